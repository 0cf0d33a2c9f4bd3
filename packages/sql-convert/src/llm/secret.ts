/** Forms of credentials that are known by their look. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['a Databricks token', /\bdapi[0-9a-f]{32}\b/i],
  ['a Databricks secret', /\bdose[0-9a-f]{32}\b/i],
  ['a JSON web token', /\beyJ[\w-]{8,}\.[\w-]{8,}\./],
  ['an AWS key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[opsu]_\w{30,}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a URL with a password', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:'"]+:[^\s/@'"]+@/i],
  [
    'a password',
    /\b\w*(?:password|passwd|secret_?key|access_?key|api_?key|client_?secret)\b['"`]?\s*(?:=>?|:)?\s*['"][^'"]{6,}['"]/i,
  ],
  ['a secret', /\b\w*(?:secret|token)\b['"`]?\s*(?:=>?|:)\s*['"][\w+/.=-]{16,}['"]/i],
]

/** What looks like a credential in a text, so that it is not sent anywhere. */
export function secretIn(text: string): string | undefined {
  return FORMS.find(([, form]) => form.test(text))?.[0]
}
