import { type Io, progressLine } from '@lakebase/cli-kit'
import type { ConvertedStatement, SchemaTable } from '@lakebase/sql-convert'
import { explainWith, type Verification, verifyScript } from '@lakebase/sql-convert/verify'
import type { ConvertedSource } from '../convert-sources.js'
import { applyVerification, settled } from './apply-verification.js'
import type { Planner } from './open-postgres.js'
import { tablesAround } from './tables-around.js'

/** The sources with what the checks said of each statement; planned where there is a Postgres for it. */
export async function verifySources(
  converted: readonly ConvertedSource[],
  schema: readonly SchemaTable[],
  planner: Planner | undefined,
  io: Pick<Io, 'stderr' | 'stderrIsTty'>,
  quiet: boolean,
): Promise<readonly ConvertedSource[]> {
  const progress = progressLine(io, quiet)
  const verified: ConvertedSource[] = []
  for (const [index, one] of converted.entries()) {
    progress.show(`checking ${index + 1} of ${converted.length}: ${one.source.name}`)
    const explain =
      planner && explainWith(planner.runSql, { schema: tablesAround(converted, schema, index) })
    const checks = await verifyScript(one.source.text, one.result, explain ? { explain } : {})
    verified.push(withChecks(one, checks))
  }
  progress.clear()
  return verified
}

function withChecks(one: ConvertedSource, verifications: readonly Verification[]): ConvertedSource {
  const statements = one.result.statements.map((statement, index) => {
    const verification = verifications[index]
    return verification ? applyVerification(statement, verification) : statement
  })
  return {
    ...one,
    verifications: verifications.map(settled),
    result: { statements, compatFunctions: needed(statements) },
  }
}

/** Of what stays converted only. */
function needed(statements: readonly ConvertedStatement[]): readonly string[] {
  const kept = statements.filter(({ status }) => status !== 'verify_failed')
  return [...new Set(kept.flatMap(({ compatFunctions }) => compatFunctions))]
}
