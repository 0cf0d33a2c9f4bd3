/** An index beside the primary key. Its name follows from what it indexes. */
export interface IndexSpec {
  readonly columns: readonly string[]
  readonly unique: boolean
}

export const TABLE_PRIVILEGES = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
] as const
export type TablePrivilege = (typeof TABLE_PRIVILEGES)[number]

/** Who may do what with a table. */
export interface GrantSpec {
  readonly privileges: readonly TablePrivilege[]
  /** Role in Postgres. */
  readonly to: string
}
