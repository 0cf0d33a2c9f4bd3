import { extname } from 'node:path'
import { CliError, usageError } from '@lakebase/cli-kit'
import { parseWorkload } from '@lakebase/config'
import {
  describeTable,
  lineIndex,
  SchemaError,
  type SchemaTable,
  schemaFromDdl,
  schemaFromJson,
} from '@lakebase/sql-convert'
import { readText } from './read-source.js'

/** The tables that `--schema` names; of a table that is named twice, the last counts. */
export function readSchemas(files: readonly string[], cwd: string): readonly SchemaTable[] {
  return files.flatMap((file) => readSchema(file, readText(file, cwd)))
}

function readSchema(file: string, text: string): readonly SchemaTable[] {
  switch (extname(file).toLowerCase()) {
    case '.sql':
    case '.ddl':
      return placed(file, text, () => schemaFromDdl(text))
    case '.json':
      return placed(file, text, () => schemaFromJson(text))
    case '.yml':
    case '.yaml':
      return fromWorkload(file, text)
    default:
      throw usageError(`--schema ${file}: the extension names no format`, 'use .sql, .json or .yml')
  }
}

/** Turns the library's error into one with the file's name and line. */
function placed<T>(file: string, text: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    const { line, column, span, hint } = error
    const finding = {
      ruleId: 'SCHEMA',
      level: 'error',
      message: error.message.replace(/^\d+:\d+ /, ''),
      file,
      line,
      column,
      length: span.end - span.start,
      excerpt: lineIndex(text).line(line),
      ...(hint !== undefined && { hint }),
    } as const
    throw new CliError(3, [finding], { cause: error })
  }
}

function fromWorkload(file: string, text: string): readonly SchemaTable[] {
  const { workload, findings, source } = parseWorkload(text, { file })
  if (!workload)
    throw new CliError(
      3,
      findings.filter(({ level }) => level === 'error'),
    )
  return [...workload.sync.tables, ...workload.tables].flatMap(({ name, columns, at }) => {
    if (columns.length === 0) return []
    try {
      return [describeTable(name, columns)]
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error
      const { message, hint } = error
      const place = source.locate(at, 'key')
      const finding = { ruleId: 'SCHEMA', level: 'error', message, ...place } as const
      throw new CliError(3, [{ ...finding, ...(hint !== undefined && { hint }) }], { cause: error })
    }
  })
}
