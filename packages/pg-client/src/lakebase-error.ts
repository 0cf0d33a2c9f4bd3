/** Stable; what a caller may branch on. */
export type LakebaseErrorCode =
  | 'ABORTED'
  | 'ACQUIRE_TIMEOUT'
  | 'AUTH'
  | 'CLOSED'
  | 'COMMIT_UNKNOWN'
  | 'CONFIG'
  | 'CONNECT'
  | 'CONNECTION_LOST'
  | 'CREDENTIAL'
  | 'QUERY'
  | 'TIMEOUT'

export interface LakebaseErrorFacts {
  /**
   * Whether the work can have taken effect: `no`, it has not; `maybe`, nobody can tell; `yes`, the
   * server has answered.
   */
  readonly sent: 'maybe' | 'no' | 'yes'
  /** Postgres' code of a statement that it refused. */
  readonly sqlState?: string
  readonly constraint?: string
  readonly table?: string
  /** Transaction id of a COMMIT without an answer; `select pg_xact_status('<xid>')` may tell later. */
  readonly xid?: string
  /** How often the work was tried. */
  readonly attempts?: number
}

/** Every failure of this package. No field holds a parameter, a token or the text of a statement. */
export class LakebaseError extends Error {
  override readonly name = 'LakebaseError'
  readonly code: LakebaseErrorCode
  readonly sent: 'maybe' | 'no' | 'yes'
  declare readonly sqlState?: string
  declare readonly constraint?: string
  declare readonly table?: string
  declare readonly xid?: string
  declare readonly attempts?: number
  readonly #facts: LakebaseErrorFacts

  constructor(
    code: LakebaseErrorCode,
    message: string,
    facts: LakebaseErrorFacts,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? {} : { cause: withoutParameters(cause) })
    this.code = code
    this.sent = facts.sent
    this.#facts = facts
    Object.assign(this, facts)
  }

  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, ...this.#facts }
  }
}

/** The caller's signal has ended the call. */
export function abortedError(sent: 'maybe' | 'no', reason: unknown): LakebaseError {
  return new LakebaseError('ABORTED', 'the call was aborted by its signal', { sent }, reason)
}

/** Asked of a client after its `close`. */
export function closedError(): LakebaseError {
  return new LakebaseError('CLOSED', 'this client was closed', { sent: 'no' })
}

/** The driver hangs the statement and its parameters on its errors; those stay behind. */
function withoutParameters(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof LakebaseError) return cause
  const copy = new Error(saidWithoutValues(cause))
  copy.name = cause.name
  const frames = cause.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  copy.stack = [`${copy.name}: ${copy.message}`, ...frames].join('\n')
  return Object.assign(copy, { code: codeOf(cause) })
}

/** Postgres quotes the value that it could not read (SQLSTATE class 22), which may be a parameter. */
export function saidWithoutValues(error: Error): string {
  return codeOf(error)?.startsWith('22') ? error.message.replace(/".*"/s, '"…"') : error.message
}

/** SQLSTATE, errno name or the driver's word. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
