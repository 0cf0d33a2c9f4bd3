import { type Revealable, Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'

/** The secret without white space around it, refused when no header could carry it. */
export function checkedSecret(secret: string | Revealable, source: string): Secret {
  const text = (typeof secret === 'string' ? secret : secret.reveal()).trim()
  if (/^[\x21-\x7e]+$/.test(text)) return new Secret(text)
  throw new WorkspaceError(
    'CONFIG',
    `${source} is ${text === '' ? 'empty' : 'no credential: it holds a space, a line break or a letter beyond ASCII'}`,
    { hint: 'Copy it again, without quotes.' },
  )
}
