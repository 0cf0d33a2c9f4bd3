import { type Place, sourceText, type YamlPath, type YamlSource } from '@lakebase/config'

/** SQL, and where its characters stand in the user's file. */
export interface SqlText {
  readonly text: string
  readonly place: (start: number, end: number) => Place
}

/** SQL of a file of its own. */
export function fileText(text: string, file: string): SqlText {
  const source = sourceText(text, file)
  return { text: source.text, place: source.place }
}

/**
 * SQL that is a value in a YAML file. Where its lines cannot be found again, as in a folded block (`>`), all of it
 * stands where the value begins.
 */
export function inlineText(
  text: string,
  yaml: { readonly text: string; readonly source: YamlSource },
  path: YamlPath,
): SqlText {
  const whole = yaml.source.locate(path)
  const file = sourceText(yaml.text, whole.file)
  const fileLines = yaml.text.split('\n')
  const isBlock = /^[|>]/.test(whole.excerpt.slice(whole.column - 1))
  const firstLine = isBlock ? whole.line : whole.line - 1
  const rows = text.split('\n')
  const place = (start: number, end: number): Place => {
    const before = text.slice(0, start).split('\n')
    const row = before.length - 1
    const inRow = before.at(-1)?.length ?? 0
    const from = isBlock || row > 0 ? 0 : whole.column - 1
    const column = fileLines[firstLine + row]?.indexOf(rows[row] ?? '', from) ?? -1
    if (column < 0) return whole
    const lineStart = fileLines
      .slice(0, firstLine + row)
      .reduce((sum, line) => sum + line.length + 1, 0)
    const at = lineStart + column + inRow
    return file.place(at, at + Math.min(end - start, (rows[row]?.length ?? 0) - inRow))
  }
  return { text, place }
}
