import type { Datum } from '../heap/datum.js'

/** Bytes of a value after pglz, without any header; undefined when it does not shrink enough. */
export type Compress = (column: number, datum: NonNullable<Datum>) => number | undefined
