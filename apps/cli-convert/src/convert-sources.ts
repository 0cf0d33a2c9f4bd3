import { type Io, progressLine } from '@lakebase/cli-kit'
import {
  type ConversionResult,
  createConverter,
  renderScript,
  type SchemaTable,
  type ScriptHeader,
} from '@lakebase/sql-convert'
import type { Verification } from '@lakebase/sql-convert/verify'
import type { Source } from './read/read-source.js'

export interface ConvertedSource {
  readonly source: Source
  readonly result: ConversionResult
  /** One a statement, where they were checked. */
  readonly verifications?: readonly Verification[]
}

/** Converts the sources one after the other; what one creates is known to those after it. */
export function convertSources(
  sources: readonly Source[],
  schema: readonly SchemaTable[],
  io: Pick<Io, 'stderr' | 'stderrIsTty'>,
  quiet: boolean,
): readonly ConvertedSource[] {
  const converter = createConverter({ postgres: 17, schema })
  const progress = progressLine(io, quiet)
  const converted = sources.map((source, index) => {
    progress.show(`${index + 1} of ${sources.length}: ${source.name}`)
    return { source, result: converter.convert(source.text) }
  })
  progress.clear()
  return converted
}

/** The file that a source becomes. */
export function convertedText(
  { source, result }: ConvertedSource,
  header: Omit<ScriptHeader, 'source'> | undefined,
): string {
  if (!header) return renderScript(source.text, result)
  return renderScript(source.text, result, { header: { ...header, source: source.name } })
}
