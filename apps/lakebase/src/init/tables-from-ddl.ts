import { CliError, readInput } from '@lakebase/cli-kit'
import { type Finding, parseTableDdl } from '@lakebase/config'
import type { DraftTable } from './draft.js'

export interface FoundTables {
  readonly tables: readonly DraftTable[]
  readonly findings: readonly Finding[]
}

/** The tables that scripts create. What is not read is a finding; a script without any table is refused. */
export function tablesFromDdl(files: readonly string[], cwd: string): FoundTables {
  const read = files.map((file) => {
    const { name, text } = readInput(file, cwd)
    return { name, ...parseTableDdl(text, { file: name }) }
  })
  const empty = read.find(({ tables }) => tables.length === 0)
  if (empty !== undefined) {
    const message = `${empty.name} creates no table`
    throw new CliError(3, [...empty.findings, { ruleId: 'LB004', level: 'error', message }])
  }
  return {
    tables: read.flatMap(({ tables }) =>
      tables.map(({ name, columns, primaryKeys }) => ({
        name: name.join('.'),
        columns,
        primaryKeys,
      })),
    ),
    findings: read.flatMap(({ findings }) => findings),
  }
}
