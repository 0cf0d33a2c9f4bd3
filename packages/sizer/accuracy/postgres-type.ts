const NAMES: Readonly<Record<string, string>> = {
  BIGINT: 'bigint',
  BINARY: 'bytea',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DOUBLE: 'double precision',
  FLOAT: 'real',
  INT: 'integer',
  SMALLINT: 'smallint',
  STRING: 'text',
  TIMESTAMP: 'timestamptz',
  TINYINT: 'smallint',
}

/** How values of a column are stored. */
export type ColumnKind = 'fixed' | 'bytes' | 'numeric' | 'jsonb'

/** The Postgres type of a synced column, in the words of CREATE TABLE. Its own list, so that a slip in the model's shows. */
export function postgresTypeName(databricksType: string): string {
  if (databricksType.startsWith('DECIMAL')) return databricksType.replace('DECIMAL', 'numeric')
  if (databricksType.includes('<')) return 'jsonb'
  const name = NAMES[databricksType]
  if (name === undefined) throw new Error(`no Postgres type for ${databricksType}`)
  return name
}

export function columnKind(databricksType: string): ColumnKind {
  const name = postgresTypeName(databricksType)
  if (name.startsWith('numeric')) return 'numeric'
  if (name === 'jsonb') return 'jsonb'
  return name === 'text' || name === 'bytea' ? 'bytes' : 'fixed'
}
