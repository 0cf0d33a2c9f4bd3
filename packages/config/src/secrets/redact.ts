import { findSecrets, type SecretSpan } from './find-secrets.js'

/** The text with every credential in it replaced by `*`, as many as it has characters. */
export function redact(text: string, spans: readonly SecretSpan[] = findSecrets(text)): string {
  let shown = ''
  let from = 0
  for (const { start, end } of spans) {
    if (end <= from || start >= text.length) continue
    shown += text.slice(from, Math.max(start, from))
    shown += text.slice(Math.max(start, from), end).replace(/[^\n\r]/g, '*')
    from = end
  }
  return shown + text.slice(from)
}
