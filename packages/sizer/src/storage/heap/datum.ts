/** One value as far as its storage goes; null is SQL NULL. */
export type Datum = null | {
  /** Bytes before any header: typlen, or the payload of a varlena. */
  readonly length: number
  /** The payload, when it is known. */
  readonly value?: Uint8Array
}

/** A datum for each column, in the order of the table. */
export type Row = readonly Datum[]
