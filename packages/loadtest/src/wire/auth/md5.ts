import { createHash } from 'node:crypto'

/** What a server that asks for MD5 wants to hear: `md5` + md5(md5(password + user) + salt). */
export function md5Answer(user: string, password: string, salt: Uint8Array): string {
  const inner = createHash('md5')
    .update(password + user)
    .digest('hex')
  return `md5${createHash('md5').update(inner).update(salt).digest('hex')}`
}
