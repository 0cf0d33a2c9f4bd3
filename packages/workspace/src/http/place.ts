/** Which request: for messages and for the fields of an error. */
export interface Place {
  readonly method: string
  /** Without the query. */
  readonly path: string
}

/** `[POST] "/api/2.0/sql/statements"`, the beginning of every message about a request. */
export function shown({ method, path }: Place): string {
  return `[${method}] "${path}"`
}
