/** An index beside the primary key. Its name follows from what it indexes. */
export interface IndexSpec {
  readonly columns: readonly string[]
  readonly unique: boolean
}

export type TablePrivilege =
  | 'SELECT'
  | 'INSERT'
  | 'UPDATE'
  | 'DELETE'
  | 'TRUNCATE'
  | 'REFERENCES'
  | 'TRIGGER'

/** Who may do what with a table. */
export interface GrantSpec {
  readonly privileges: readonly TablePrivilege[]
  /** Role in Postgres. */
  readonly to: string
}
