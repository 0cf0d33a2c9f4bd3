import type { PostgresType } from 'postgres'
import { formatArray, parseArray } from './array-text.js'

const asText = (text: string) => text
const asNumber = (text: string) => Number(text)
const asDate = (text: string) => new Date(text)

/** Array types of PostgreSQL 17 (pg_type.dat) by oid, with what reads an element as the driver reads it alone. */
const ELEMENTS: readonly (readonly [
  name: string,
  oid: number,
  parse: (text: string) => unknown,
])[] = [
  ['bool', 1000, (text) => text === 't'],
  ['int2', 1005, asNumber],
  ['int4', 1007, asNumber],
  ['int8', 1016, asText],
  ['text', 1009, asText],
  ['varchar', 1015, asText],
  ['bpchar', 1014, asText],
  ['name', 1003, asText],
  ['float4', 1021, asNumber],
  ['float8', 1022, asNumber],
  ['numeric', 1231, asText],
  ['uuid', 2951, asText],
  ['date', 1182, asDate],
  ['timestamp', 1115, asDate],
  ['timestamptz', 1185, asDate],
  ['json', 199, JSON.parse],
  ['jsonb', 3807, JSON.parse],
]

/** The driver would ask the server for these; it must not (see open-connection.ts). */
export const ARRAY_TYPES: Readonly<Record<string, PostgresType>> = Object.fromEntries(
  ELEMENTS.map(([name, oid, parse]) => [
    `${name}Array`,
    {
      to: oid,
      from: [oid],
      serialize: (value: unknown) =>
        Array.isArray(value) ? formatArray(value, name.startsWith('json')) : value,
      parse: (text: string) => parseArray(text, parse),
    },
  ]),
)
