import { Composer, type Document, Parser } from 'yaml'
import type { Finding } from '../finding.js'
import type { BundleValue } from './bundle-value.js'
import { isDeeperThan } from './nesting.js'
import type { SourceFile } from './source-file.js'
import { toBundleValue } from './to-bundle-value.js'

/** A bundle with ten thousand synced tables has about five million characters. */
const MAX_CHARACTERS = 20_000_000
/** The composer recurses once per level, and would end the process before it ends the file. */
const MAX_DEPTH = 50

export interface ReadYaml {
  /** Missing when the file cannot be read or holds nothing. */
  readonly value?: BundleValue
  readonly findings: readonly Finding[]
}

/** Reads one YAML or JSON file of a bundle. Never throws: what cannot be read is a finding. */
export function readYaml(source: SourceFile): ReadYaml {
  const refused = refusedText(source)
  if (refused) return { findings: [refused] }
  const tokens = [...new Parser().parse(source.text)]
  if (isDeeperThan(tokens, MAX_DEPTH)) {
    return { findings: [unreadable(source, `nested deeper than ${MAX_DEPTH} levels`)] }
  }
  const options = { resolveKnownTags: false, logLevel: 'silent' } as const
  const documents = [...new Composer(options).compose(tokens, true, source.text.length)]
  const [document, second] = documents
  if (!document) return { findings: [] }
  const findings = [
    ...document.errors.map((error) => syntaxFinding(source, error)),
    ...(second ? [secondDocument(source, second)] : []),
  ]
  // A key that stands twice still leaves a bundle to look at; any other error may have moved everything.
  const isLost = document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')
  if (isLost || second || document.contents === null) return { findings }
  const { value, problems } = toBundleValue(document, source)
  const more = problems.map(({ message, at }) => unreadable(source, message, at.start, at.end))
  return { ...(value && { value }), findings: [...findings, ...more] }
}

function refusedText(source: SourceFile): Finding | undefined {
  if (source.text.length > MAX_CHARACTERS) {
    return unreadable(source, `longer than ${MAX_CHARACTERS} characters`)
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(source.text)
  if (!control) return undefined
  const code = control[0].charCodeAt(0).toString(16).padStart(2, '0')
  const message = `not a text file: it has the control character 0x${code}`
  return unreadable(source, message, control.index)
}

function syntaxFinding(source: SourceFile, error: Document.Parsed['errors'][number]): Finding {
  const [start, end] = error.pos
  if (error.code !== 'DUPLICATE_KEY') {
    const message = error.message.charAt(0).toLowerCase() + error.message.slice(1)
    return unreadable(source, message, start, end)
  }
  const key = /^[\w.-]+/.exec(source.text.slice(start, start + 100))?.[0] ?? ''
  return {
    ...unreadable(source, `key "${key}" stands here a second time`, start, start + key.length),
    hint: 'Keep one of the two.',
  }
}

function secondDocument(source: SourceFile, second: Document.Parsed): Finding {
  return {
    ...unreadable(source, 'a second document starts here', second.range[0]),
    hint: 'Keep one document to a file, without a line of ---.',
  }
}

function unreadable(source: SourceFile, message: string, start = 0, end = start + 1): Finding {
  return { ruleId: 'LB100', level: 'error', message, ...source.place(start, end) }
}
