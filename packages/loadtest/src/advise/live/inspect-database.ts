import * as v from 'valibot'
import type { AdviceFinding } from '../advice.js'
import { ask } from '../catalog/ask.js'
import type { Server } from '../catalog/catalog.js'
import { attempt } from '../prove/attempt.js'
import type { RunSql } from '../run-sql.js'
import type { SettledOptions } from '../session/settled-options.js'
import { INDEX_FACTS_SQL, indexFactsSchema } from './index-facts.js'
import { cacheFinding } from './rules/cache-hit.js'
import { FOREIGN_KEYS_SQL, foreignKeyFindings, foreignKeysSchema } from './rules/foreign-keys.js'
import { indexFindings } from './rules/index-rules.js'
import { SEQUENCES_SQL, sequenceFindings, sequencesSchema } from './rules/sequences.js'
import { tableFindings } from './rules/table-rules.js'
import { TABLE_FACTS_SQL, tableFactsSchema } from './table-facts.js'

const LEVELS = ['error', 'warn', 'note'] as const

/** Smaller tables are read at once anyway. */
const FOREIGN_KEY_PAGES = 100

const STATISTICS_DAYS_SQL = `
SELECT to_json((SELECT extract(epoch FROM now() - stats_reset) / 86400
  FROM pg_catalog.pg_stat_database WHERE datname = current_database()))::text AS answer`

/** What is wrong with the database beside the workload, most important first. */
export async function inspectDatabase(
  runSql: RunSql,
  server: Server,
  { schemas = server.schemas, cacheHit, onProgress }: SettledOptions,
): Promise<readonly AdviceFinding[]> {
  const days = await ask(runSql, v.nullable(v.number()), STATISTICS_DAYS_SQL)
  const looks = [
    async () =>
      indexFindings(await ask(runSql, v.array(indexFactsSchema), INDEX_FACTS_SQL, [schemas]), days),
    async () =>
      (await ask(runSql, v.array(tableFactsSchema), TABLE_FACTS_SQL, [schemas])).flatMap(
        tableFindings,
      ),
    async () => sequenceFindings(await ask(runSql, sequencesSchema, SEQUENCES_SQL, [schemas])),
    async () =>
      foreignKeyFindings(
        await ask(runSql, foreignKeysSchema, FOREIGN_KEYS_SQL, [schemas, FOREIGN_KEY_PAGES]),
      ),
  ]
  const findings = [...cacheFinding(cacheHit)]
  for (const [done, look] of looks.entries()) {
    onProgress({ phase: 'inspect', done, total: looks.length })
    const looked = await attempt(runSql, look)
    findings.push(...(looked.done ? looked.value : [notSeen(looked.message)]))
  }
  return LEVELS.flatMap((level) => findings.filter((one) => one.level === level))
}

function notSeen(why: string): AdviceFinding {
  return {
    ruleId: 'LT200',
    level: 'note',
    message: `part of the database could not be looked at: ${why}`,
  }
}
