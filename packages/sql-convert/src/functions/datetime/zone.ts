import type { Bound } from '../../lower/bound.js'
import { quoted } from '../../postgres/identifier.js'
import { STRING } from '../../type/spark-type.js'
import type { FunctionCall } from '../rule.js'

/**
 * Names of zones that Java and Postgres take for different ones: Java's short names stand for places
 * with their summer time, Postgres' for fixed offsets.
 * Source: java.time.ZoneId.SHORT_IDS (Java 17), PostgreSQL 17's pg_timezone_abbrevs.
 */
export const ZONE_NAMES: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CET: 'Europe/Paris',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  EET: 'Europe/Athens',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MET: 'Europe/Paris',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  VST: 'Asia/Ho_Chi_Minh',
  WET: 'Europe/Lisbon',
}

/** What stands behind AT TIME ZONE for a zone of Spark. */
export function zoneOf(call: FunctionCall, zone: Bound): Bound {
  if (typeof zone.constant !== 'string') {
    return call.template('spark_compat.zone($1)', [zone], STRING)
  }
  return call.template(quoted(zoneName(zone.constant)), [], STRING)
}

/** Offsets behind AT TIME ZONE are POSIX': the other way round. */
function zoneName(zone: string): string {
  const [, sign, offset] = /^(?:UTC|GMT|UT)?([+-])(\d{1,2}(?::?\d{2})?)$/.exec(zone) ?? []
  if (sign !== undefined && offset !== undefined) return `${sign === '+' ? '-' : '+'}${offset}`
  return zone === 'Z' ? 'UTC' : (ZONE_NAMES[zone] ?? zone)
}
