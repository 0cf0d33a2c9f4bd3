import { withoutComments } from './without-comments.js'

/** What only PostgreSQL has, at the level of a statement. */
const ONLY_POSTGRES = [
  /\blanguage\s+'?(?:plpgsql|c|internal)\b/i,
  /\$(?:[a-z_]\w*)?\$[\s\S]*\$(?:[a-z_]\w*)?\$/i,
  /\bon\s+conflict\b[\s\S]*\bdo\s+(?:nothing|update)\b/i,
  /\b(?:insert|update|delete)\b[\s\S]*\breturning\b/i,
  /::\s*(?:regclass|jsonb?|text|int[248]|float[48]|timestamptz|bytea|uuid|oid|citext|inet)\b/i,
  /\bcreate\s+(?:unique\s+)?index\b/i,
  /\bcreate\s+extension\b/i,
  /\b(?:big|small)?serial\b/i,
]

/** A word of each mark: most scripts have none, and need no second look. */
const PERHAPS = /language|\$|conflict|returning|::|index|extension|serial/i

/** Whether a script is PostgreSQL's already, by what Databricks SQL has no word for. */
export function isPostgres(text: string): boolean {
  if (!PERHAPS.test(text)) return false
  const code = withoutComments(text)
  return ONLY_POSTGRES.some((mark) => mark.test(code))
}
