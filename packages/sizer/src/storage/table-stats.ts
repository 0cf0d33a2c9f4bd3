import type { JsonValue } from './jsonb/json-value.js'

/** What is known of a table whose size in Postgres is asked for. */
export interface TableStats {
  /** Exact or estimated, a whole number. */
  readonly rows: number
  /** In the order of the table: alignment depends on it. */
  readonly columns: readonly ColumnStats[]
  /** All that the table will have, the primary key included. */
  readonly indexes: readonly IndexStats[]
  /** Percent of a heap page that inserts fill, 10 to 100. Default 100, as PostgreSQL's. */
  readonly fillfactor?: number
  /** The best there is: a sample beats statistics, statistics beat nothing. */
  readonly evidence: TableEvidence
}

export interface ColumnStats {
  readonly name: string
  /** As Databricks writes it: `DECIMAL(10,2)`, `ARRAY<STRUCT<a: INT>>`. */
  readonly type: string
  readonly nullable: boolean
}

export type IndexStats = UniqueIndexStats | PlainIndexStats

interface IndexColumns {
  readonly name: string
  /** Names of the table's columns, in key order. */
  readonly columns: readonly string[]
  /**
   * The order in which rows will come when the index already exists. Unless told, a unique index
   * on one integer, date or timestamp is taken as ascending, every other as random.
   */
  readonly insertOrder?: 'ascending' | 'random'
}

/** A primary key or unique index: as many keys as rows, so none to deduplicate. */
export interface UniqueIndexStats extends IndexColumns {
  readonly unique: true
}

export interface PlainIndexStats extends IndexColumns {
  readonly unique: false
  /** Different keys, where a null is a value too, among the rows whose key is not all null. Unless told, guessed from the evidence. */
  readonly distinctKeys?: number
}

export type TableEvidence = SampleEvidence | StatisticsEvidence | DdlEvidence

/** A few thousand rows taken at random. */
export interface SampleEvidence {
  readonly kind: 'sample'
  readonly rows: readonly SampleRow[]
}

/** A cell for every column, by the column's name. */
export type SampleRow = Readonly<Record<string, SampleCell>>

/** `null` is SQL NULL. The kind must be the one of the column's type; another one is an error. */
export type SampleCell = null | FixedCell | NumericCell | BytesCell | JsonCell

/** BIGINT, INT, SMALLINT, TINYINT, BOOLEAN, DOUBLE, FLOAT, DATE, TIMESTAMP, TIMESTAMP_NTZ, INTERVAL: not null is all to know. */
export interface FixedCell {
  readonly kind: 'fixed'
}

/** DECIMAL. */
export interface NumericCell {
  readonly kind: 'numeric'
  /** Base-10000 digits, zero groups at both ends left out: 0 has 0, 1.5 has 2, 10000 has 1. `numericDigits` counts them. */
  readonly digits: number
}

/** STRING or BINARY: its length, or itself, which makes compression exact. */
export type BytesCell =
  | { readonly kind: 'bytes'; readonly length: number }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }

/** ARRAY, MAP or STRUCT: the bytes of its jsonb (`jsonbLength` computes them), or the value itself, which makes compression exact. */
export type JsonCell =
  | { readonly kind: 'jsonb'; readonly length: number }
  | { readonly kind: 'jsonb'; readonly value: JsonValue }

/** What a catalog knows of each column, by the column's name. A column left out is judged by its type alone. */
export interface StatisticsEvidence {
  readonly kind: 'statistics'
  readonly columns: Readonly<Record<string, ColumnStatistics>>
}

export interface ColumnStatistics {
  /** 0 to 1. */
  readonly nullFraction: number
  /** Different values, nulls apart. */
  readonly distinct?: number
  /** Of the values that are not null; without it the type's typical width is taken, and the range is wide. */
  readonly width?: ColumnWidth
}

/** The kind must be the one of the column's type. Columns of fixed length have none. */
export type ColumnWidth =
  /** DECIMAL: mean count of base-10000 digits. */
  | { readonly kind: 'numeric'; readonly averageDigits: number }
  /** STRING, BINARY: mean and greatest `octet_length`. */
  | { readonly kind: 'bytes'; readonly averageLength: number; readonly maxLength?: number }
  /** ARRAY, MAP, STRUCT: mean and greatest jsonb bytes. */
  | { readonly kind: 'jsonb'; readonly averageLength: number; readonly maxLength?: number }

/** Nothing but the columns and the count of rows. */
export interface DdlEvidence {
  readonly kind: 'ddl'
}
