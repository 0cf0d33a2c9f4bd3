import { setTimeout as sleep } from 'node:timers/promises'
import { type Io, progressLine } from '@lakebase/cli-kit'
import type { SchemaTable } from '@lakebase/sql-convert'
import { convertWithModel } from '@lakebase/sql-convert/llm'
import { explainWith } from '@lakebase/sql-convert/verify'
import type { ConvertedSource } from '../convert-sources.js'
import { counted } from '../render/counted.js'
import type { Planner } from '../verify/open-postgres.js'
import { tablesAround } from '../verify/tables-around.js'
import type { Model } from './open-model.js'
import { questionsIn } from './questions-in.js'

/** The sources with what a model answered about the statements that the rules refuse. */
export async function askAboutSources(
  converted: readonly ConvertedSource[],
  schema: readonly SchemaTable[],
  { model, planner }: { readonly model: Model; readonly planner: Planner },
  io: Io,
  quiet: boolean,
): Promise<readonly ConvertedSource[]> {
  const open = converted.flatMap(questionsIn)
  if (!quiet) {
    io.stderr(`asking ${model.contacted} about ${counted(open.length, 'statement')}\n`)
    io.stderr('their text, and the columns of the tables that they name, are sent there\n')
  }
  const progress = progressLine(io, quiet)
  const asked: ConvertedSource[] = []
  for (const [index, one] of converted.entries()) {
    const tables = tablesAround(converted, schema, index)
    if (questionsIn(one).length > 0) {
      progress.show(`asking about ${one.source.name}`)
      const result = await convertWithModel(one.source.text, one.result, {
        chat: model.chat,
        model: model.name,
        explain: explainWith(planner.runSql, { schema: tables }),
        schema: tables,
        wait: (ms) => sleep(ms),
      })
      asked.push({ ...one, result })
    } else asked.push(one)
  }
  progress.clear()
  return asked
}
