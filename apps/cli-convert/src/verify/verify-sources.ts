import { type Io, progressLine } from '@lakebase/cli-kit'
import {
  type ConvertedStatement,
  SchemaError,
  type SchemaTable,
  schemaFromDdl,
} from '@lakebase/sql-convert'
import { explainWith, type Verification, verifyScript } from '@lakebase/sql-convert/verify'
import type { ConvertedSource } from '../convert-sources.js'
import { applyVerification } from './apply-verification.js'
import { openPostgres, type Planner } from './open-postgres.js'

export interface VerifyOptions {
  readonly level: 'explain' | 'grammar'
  readonly schema: readonly SchemaTable[]
  /** Name of the variable with the address of a Postgres. */
  readonly url?: string | undefined
  readonly quiet: boolean
}

/** The sources with what the checks said of each statement. */
export async function verifySources(
  converted: readonly ConvertedSource[],
  options: VerifyOptions,
  io: Io,
): Promise<readonly ConvertedSource[]> {
  if (options.level === 'grammar') return verifyEach(converted, options, undefined, io)
  const planner = await openPostgres(options.url, io)
  if (!options.quiet) io.stderr(`planning on ${planner.name}; nothing is run or kept\n`)
  try {
    return await verifyEach(converted, options, planner, io)
  } finally {
    await planner.close()
  }
}

async function verifyEach(
  converted: readonly ConvertedSource[],
  { schema, quiet }: VerifyOptions,
  planner: Planner | undefined,
  io: Io,
): Promise<readonly ConvertedSource[]> {
  const created = planner ? converted.map(({ source }) => tablesOf(source.text)) : []
  const progress = progressLine(io, quiet)
  const verified: ConvertedSource[] = []
  for (const [index, one] of converted.entries()) {
    progress.show(`checking ${index + 1} of ${converted.length}: ${one.source.name}`)
    const tables = [...schema, ...created.slice(0, index).flat()]
    const explain =
      planner && explainWith(planner.runSql, { schema: without(tables, created[index] ?? []) })
    const { text } = one.source
    const checks = await verifyScript(text, one.result, explain ? { explain } : {})
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
  return { ...one, verifications, result: { statements, compatFunctions: needed(statements) } }
}

/** Of what stays converted only. */
function needed(statements: readonly ConvertedStatement[]): readonly string[] {
  const kept = statements.filter(({ status }) => status !== 'verify_failed')
  return [...new Set(kept.flatMap(({ compatFunctions }) => compatFunctions))]
}

/** What a script creates itself must not be there before. */
function without(
  tables: readonly SchemaTable[],
  created: readonly SchemaTable[],
): readonly SchemaTable[] {
  const own = new Set(created.map(lastName))
  return tables.filter((table) => !own.has(lastName(table)))
}

function lastName({ name }: SchemaTable): string {
  return name.at(-1)?.toLowerCase() ?? ''
}

/** The tables that a source creates; a CREATE TABLE that cannot be read is told elsewhere. */
function tablesOf(text: string): readonly SchemaTable[] {
  try {
    return schemaFromDdl(text)
  } catch (error) {
    if (error instanceof SchemaError) return []
    throw error
  }
}
