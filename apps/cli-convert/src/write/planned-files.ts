import type { ConvertOptions } from '../commands/convert-options.js'
import type { ConvertedSource } from '../convert-sources.js'
import { compatFile, compatPath } from './compat-file.js'
import { keepOriginals, type PlannedWrite, planWrites } from './plan-writes.js'

/** What a run writes beside its reports, checked against what is on disk. */
export function plannedFiles(
  converted: readonly ConvertedSource[],
  texts: readonly string[],
  functions: readonly string[],
  options: ConvertOptions,
  { cwd, version }: { readonly cwd: string; readonly version: string },
): readonly PlannedWrite[] {
  const files = converted.flatMap(({ source: { target } }, index) =>
    target === undefined || target === '-' ? [] : [{ path: target, text: texts[index] ?? '' }],
  )
  const path = compatPath(options)
  const compat =
    path === undefined ? undefined : compatFile(path, functions, options, { cwd, version })
  const planned = compat ? [...files, compat] : files
  const sources = converted.map(({ source }) => source.name)
  const { sourceDir, targetDir, force } = options
  keepOriginals(
    sources,
    planned.map((one) => one.path),
    { cwd, sourceDir, targetDir },
  )
  return planWrites(planned, { cwd, force })
}
