/**
 * `unsupported_type`: Lakebase cannot sync it. `malformed_type`: no type of Databricks.
 * `wrong_kind`: a cell or width of another type. `missing` and `unknown_column`: a name too few or
 * too many. `duplicate`: a name twice. `empty`: nothing where something must be. The others are
 * about numbers.
 */
export type StorageInputErrorCode =
  | 'unsupported_type'
  | 'malformed_type'
  | 'wrong_kind'
  | 'missing'
  | 'unknown_column'
  | 'duplicate'
  | 'empty'
  | 'not_whole'
  | 'out_of_range'

/** A table that cannot be sized as described. Nothing is guessed in place of what is wrong. */
export class StorageInputError extends Error {
  override readonly name = 'StorageInputError'
  readonly code: StorageInputErrorCode
  /** Of the value in the input: `table.columns[2].type`. */
  readonly path: string
  readonly expected: string
  readonly found: string

  constructor(code: StorageInputErrorCode, path: string, expected: string, found: string) {
    super(`${path}: expected ${expected}, found ${found}`)
    this.code = code
    this.path = path
    this.expected = expected
    this.found = found
  }
}
