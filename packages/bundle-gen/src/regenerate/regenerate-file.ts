import { type Document, isMap, parseDocument, YAMLMap } from 'yaml'
import type { Finding } from '../finding.js'
import { GENERATED } from '../generate/bundle-file.js'
import { printDocument } from '../yaml/print-document.js'
import { keepLayout } from './keep-layout.js'
import { type Change, mergeMap } from './merge.js'

export interface RegeneratedFile {
  readonly text: string
  readonly changes: readonly Change[]
  /** Why the file on disk cannot be taken up; the text is then the one on disk. */
  readonly problem?: Finding
}

/** Our document put into the text on disk. Where nothing differs, the text stays byte for byte. */
export function regenerateFile(path: string, disk: string, ours: Document): RegeneratedFile {
  const document: Document = parseDocument(disk, { compat: 'yaml-1.1' })
  const [error] = document.errors
  if (error !== undefined) {
    const place = error.linePos?.[0]
    const problem: Finding = {
      ruleId: 'BG050',
      level: 'error',
      message: `${path} is not YAML: ${error.message.split('\n')[0]}`,
      file: path,
      ...(place && { line: place.line, column: place.col }),
      hint: 'mend it, or move it away to have it written anew',
    }
    return { text: disk, changes: [], problem }
  }
  const printed = printDocument(document)
  const changes: Change[] = []
  if (refreshHead(document, ours)) changes.push({ kind: 'changed', path: 'the first line' })
  if (!isMap(ours.contents)) return { text: disk, changes }
  if (!isMap(document.contents)) document.contents = new YAMLMap(document.schema)
  if (isMap(document.contents)) {
    mergeMap(document.contents, ours.contents, [], changes)
  }
  const differs = changes.some(({ kind }) => kind !== 'kept')
  return { text: differs ? keepLayout(disk, printed, printDocument(document)) : disk, changes }
}

/** The first line says from which file the bundle comes; what follows may be the user's. */
function refreshHead(disk: Document, ours: Document): boolean {
  const [wanted] = lines(ours)
  const [first, ...rest] = lines(disk)
  if (wanted === undefined || first === wanted || !first?.includes(GENERATED)) return false
  disk.commentBefore = [wanted, ...rest].join('\n')
  return true
}

function lines(document: Document): readonly string[] {
  return document.commentBefore?.split('\n') ?? []
}
