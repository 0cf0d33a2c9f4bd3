import { Composer, type Document, Parser, type YAMLError } from 'yaml'
import type { Finding } from '../finding.js'
import { redact } from '../secrets/redact.js'
import { aliasFindings } from './alias-findings.js'
import { isDeeperThan } from './nesting.js'
import type { SourceText } from './source-text.js'

/** A workload with ten thousand tables has about two million characters. */
const MAX_CHARACTERS = 5_000_000
/** The composer recurses once per level, and would end the process before it ends the file. */
const MAX_DEPTH = 50
/** How many values the aliases of one file may stand for. */
const MAX_ALIAS_COUNT = 1000

/** A YAML file as a document tree and as plain data; both are missing when it cannot be read at all. */
export interface ReadDocument {
  readonly document?: Document.Parsed
  /** Undefined as well when the file holds nothing. */
  readonly data?: unknown
  readonly findings: readonly Finding[]
}

/** Reads one YAML 1.2 document with merge keys. Never throws: what cannot be read is a finding. */
export function readDocument(source: SourceText): ReadDocument {
  const refused = refusedText(source)
  if (refused) return { findings: [refused] }
  const tokens = [...new Parser().parse(source.text)]
  if (isDeeperThan(tokens, MAX_DEPTH)) {
    return { findings: [syntax(source, `nested deeper than ${MAX_DEPTH} levels`)] }
  }
  // Tags such as !!binary would bring values that are neither text, number, list nor map.
  const options = {
    merge: true,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'silent',
  } as const
  const documents = [...new Composer(options).compose(tokens, true, source.text.length)]
  const [document, second] = documents
  if (!document) return { findings: [] }
  const findings = [
    ...document.errors.map((error) => yamlFinding(source, error, 'error')),
    ...document.warnings.map((warning) => yamlFinding(source, warning, 'warn')),
    ...aliasFindings(document, source),
    ...(second ? [secondDocument(source, second)] : []),
  ]
  if (findings.some(({ level }) => level === 'error')) return { document, findings }
  return { document, ...plainData(document, source, findings) }
}

function plainData(
  document: Document.Parsed,
  source: SourceText,
  findings: readonly Finding[],
): Omit<ReadDocument, 'document'> {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT })
    return data === null ? { findings } : { data, findings }
  } catch (error) {
    // toJS refuses merges of something that is not a map, and aliases that multiply without end.
    const reason = error instanceof Error ? error.message : String(error)
    const at = Math.max(source.text.search(/\*[\w-]|<<\s*:/), 0)
    return { findings: [...findings, syntax(source, reason, at)] }
  }
}

function refusedText(source: SourceText): Finding | undefined {
  const { text } = source
  if (text.length > MAX_CHARACTERS) {
    return syntax(source, `longer than ${MAX_CHARACTERS} characters: not a workload file`)
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text)
  if (!control) return undefined
  const code = control[0].charCodeAt(0).toString(16).padStart(2, '0')
  return {
    ...syntax(source, `not a text file: it has the control character 0x${code}`, control.index),
    hint: 'Give the YAML file itself, saved as UTF-8.',
  }
}

function yamlFinding(source: SourceText, error: YAMLError, level: 'error' | 'warn'): Finding {
  const ruleId = error.code === 'DUPLICATE_KEY' ? 'LB002' : 'LB001'
  const place = source.place(error.pos[0], error.pos[1])
  if (error.code === 'TAB_AS_INDENT') {
    return { ruleId, level, ...place, message: 'a tab as indentation', hint: 'Use spaces.' }
  }
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[\w.-]+/.exec(place.excerpt.slice(place.column - 1))?.[0] ?? ''
    const message = `key "${key}" stands here a second time`
    return { ruleId, level, ...place, length: Math.max(key.length, 1), message }
  }
  const message = redact(error.message.charAt(0).toLowerCase() + error.message.slice(1))
  return { ruleId, level, ...place, message }
}

function secondDocument(source: SourceText, second: Document.Parsed): Finding {
  return {
    ...syntax(source, 'a second document starts here', second.range[0]),
    hint: 'Keep one workload to a file, without a line of ---.',
  }
}

function syntax(source: SourceText, message: string, offset = 0): Finding {
  const place = source.place(offset, offset + 1)
  return { ruleId: 'LB001', level: 'error', message, ...place }
}
