import type { Finding } from '../finding.js'
import type { SourceText } from './source-text.js'

/** LB050: credentials in the file. Neither message nor excerpt shows them. */
export function secretFindings(source: SourceText): readonly Finding[] {
  return source.secrets.map(({ start, end, kind }) => ({
    ruleId: 'LB050',
    level: 'error',
    message: `${kind} stands in the file`,
    hint: 'Take it out and make it invalid, for it may have been copied; put secrets into .env or the environment.',
    ...source.place(start, end),
  }))
}
