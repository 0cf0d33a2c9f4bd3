import type { Io } from '@lakebase/cli-kit'
import type { SchemaTable } from '@lakebase/sql-convert'
import type { ConvertOptions } from './commands/convert-options.js'
import type { ConvertedSource } from './convert-sources.js'
import { openModel } from './llm/open-model.js'
import { questionsIn } from './llm/questions-in.js'

/**
 * What comes after the rules: a model is asked about what they refuse, where one is configured, and
 * everything is checked. Grammar, model and Postgres are loaded only where they are needed.
 */
export async function completeSources(
  byRules: readonly ConvertedSource[],
  schema: readonly SchemaTable[],
  options: ConvertOptions,
  io: Io,
): Promise<readonly ConvertedSource[]> {
  const { verify = 'grammar', url, quiet } = options
  const hasQuestions = byRules.some((one) => questionsIn(one).length > 0)
  const model = hasQuestions ? await openModel(options, io) : undefined
  const plans = verify === 'explain'
  const planner = model || plans ? await openPlanner(url, io) : undefined
  try {
    if (planner && !quiet) io.stderr(`planning on ${planner.name}; nothing is run or kept\n`)
    let asked = byRules
    if (model && planner) {
      const { askAboutSources } = await import('./llm/ask-about-sources.js')
      asked = await askAboutSources(byRules, schema, { model, planner }, io, quiet)
    }
    if (verify === 'none') return asked
    const { verifySources } = await import('./verify/verify-sources.js')
    return await verifySources(asked, schema, plans ? planner : undefined, io, quiet)
  } finally {
    await planner?.close()
  }
}

async function openPlanner(url: string | undefined, io: Io) {
  const { openPostgres } = await import('./verify/open-postgres.js')
  return openPostgres(url, io)
}
