import { formatNumber } from '../format-number.js'
import { combineProvenance } from '../limits/combine-provenance.js'
import type { ComputeLimits, Provenance } from '../limits/limits.js'
import type { ComputeLoad, ComputeNeed, SizingIssue } from './compute-sizing.js'
import type { SizeRange } from './size-range.js'

export interface ConnectionDemand {
  readonly clients: number
  /** Clients and the most that synced tables open while they load. */
  readonly total: number
  /** Missing when nothing is known to connect. */
  readonly need?: ComputeNeed
}

/**
 * Connections that clients can open at a size. Sizes between two rows of the table count as the
 * smaller row, because nothing says that they get more.
 */
export function connectionCap({ minCu, maxCu }: SizeRange, limits: ComputeLimits): number {
  if (limits.product === 'provisioned-legacy') return limits.connectionsPerInstance.value
  const countingCu = Math.min(maxCu, limits.connectionsMinCuFactor.value * minCu)
  // Below the first row there is no size, so nothing can connect; the size itself is an issue.
  return limits.connections.bySize.findLast((row) => row.cu <= countingCu)?.connections ?? 0
}

/** The smallest size that gives the most connections. */
export function mostConnections(limits: ComputeLimits): SizeRange & { connections: number } {
  const sizes = sizesWithConnections(limits)
  const connections = Math.max(...sizes.map((size) => size.connections))
  const cu = Math.min(
    ...sizes.filter((size) => size.connections === connections).map((size) => size.cu),
  )
  return { minCu: cu, maxCu: cu, connections }
}

/**
 * All synced tables are counted as if they load together, with the 16 connections that each may
 * open: what they take of a shared cap, the clients miss.
 */
export function connectionDemand(load: ComputeLoad, limits: ComputeLimits): ConnectionDemand {
  const clients = load.connections ?? 0
  const total = clients + limits.connectionsPerSyncedTable.value * load.syncedTables
  if (total === 0) return { clients, total }
  const most = mostConnections(limits)
  const size = sizesWithConnections(limits).find((one) => one.connections >= total)
  const cu = size?.cu ?? most.maxCu
  const carries = size
    ? `${formatNumber(cu)} CU carries ${formatNumber(size.connections)}`
    : `no size carries more than ${formatNumber(most.connections)}, which ${formatNumber(cu)} CU does`
  const need: ComputeNeed = {
    limit: 'connections',
    cu,
    why: `${connectionWords(load, limits)} = ${formatNumber(total)}; ${carries}`,
    ...connectionFacts(load, limits),
  }
  return { clients, total, need }
}

/** An error for clients that do not fit, a warning when only the loading tables' share is missing. */
export function connectionIssue(
  { clients, total }: ConnectionDemand,
  cap: number,
  { minCu, maxCu }: SizeRange,
  limits: ComputeLimits,
): SizingIssue | undefined {
  if (total <= cap) return undefined
  const size = minCu === maxCu ? `${maxCu} CU` : `${minCu} to ${maxCu} CU`
  const enough = sizesWithConnections(limits).find((one) => one.connections >= total)
  return {
    ruleId: 'LB012',
    level: clients > cap ? 'error' : 'warn',
    message: `${whoConnects(clients, total)} are more than the ${formatNumber(cap)} that ${size} carry`,
    hint: enough
      ? enoughConnections(enough.cu, limits)
      : 'pool the clients, or load fewer tables at a time',
    subject: 'connections',
  }
}

function enoughConnections(cu: number, limits: ComputeLimits): string {
  if (limits.product === 'provisioned-legacy') return `use ${cu} CU`
  const factor = limits.connectionsMinCuFactor.value
  return `min(max_cu, ${factor} x min_cu) counts: it must be ${formatNumber(cu)} CU or more`
}

function whoConnects(clients: number, total: number): string {
  const tables = formatNumber(total - clients)
  if (clients === 0) return `up to ${tables} connections of loading synced tables`
  const ofClients = `${formatNumber(clients)} client connections`
  return total > clients ? `${ofClients} and up to ${tables} of loading synced tables` : ofClients
}

function connectionWords(load: ComputeLoad, limits: ComputeLimits): string {
  const parts: string[] = []
  if (load.connections !== undefined) parts.push(`${formatNumber(load.connections)} clients`)
  if (load.syncedTables > 0) {
    const perTable = limits.connectionsPerSyncedTable.value
    parts.push(`${perTable} x ${formatNumber(load.syncedTables)} synced tables while they load`)
  }
  return parts.join(' + ')
}

function connectionFacts(load: ComputeLoad, limits: ComputeLimits): Provenance {
  const table =
    limits.product === 'autoscaling' ? limits.connections : limits.connectionsPerInstance
  return load.syncedTables > 0
    ? combineProvenance([table, limits.connectionsPerSyncedTable])
    : combineProvenance([table])
}

interface SizeWithConnections {
  readonly cu: number
  readonly connections: number
}

function sizesWithConnections(limits: ComputeLimits): readonly SizeWithConnections[] {
  if (limits.product === 'autoscaling') return limits.connections.bySize
  const connections = limits.connectionsPerInstance.value
  return limits.sizes.allowedCu.map((cu) => ({ cu, connections }))
}
