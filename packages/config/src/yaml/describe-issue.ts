import type * as v from 'valibot'
import type { Finding } from '../finding.js'
import type { YamlPath } from '../workload.js'
import { nearest } from './nearest.js'
import { numberInWords } from './number-in-words.js'

/** Finding without its place. */
export type PlacelessFinding = Pick<Finding, 'ruleId' | 'level' | 'message'> & Partial<Finding>

const BOUNDS: Readonly<Record<string, string>> = {
  min_value: 'at least',
  max_value: 'at most',
  gt_value: 'more than',
  lt_value: 'less than',
}
const TYPES: Readonly<Record<string, string>> = {
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'a map of keys',
  object: 'a map of keys',
  record: 'a map of keys',
}

/** Says what is wrong in a person's words; the value's key goes before the message. */
export function describeIssue(issue: v.BaseIssue<unknown>, path: YamlPath): PlacelessFinding {
  const { type, input } = issue
  const isMap = type === 'strict_object' || type === 'object'
  if (isMap && input === undefined) return finding('LB004', 'missing')
  const allowed = Array.from(issue.expected?.matchAll(/"([^"]*)"/g) ?? [], ([, word]) => word ?? '')
  if (allowed.length > 0) return unknownWord(input, allowed)
  if (!issue.message.startsWith('Invalid ')) {
    return finding(issue.kind === 'schema' ? 'LB005' : 'LB006', issue.message)
  }
  const bound = BOUNDS[type]
  if (bound) return outOfRange(input, `${bound} ${String(issue.requirement)}`)
  if (type === 'integer') return outOfRange(input, 'a whole number')
  if (type === 'finite') return outOfRange(input, 'a finite number')
  if (issue.kind !== 'schema') return finding('LB006', `${shown(input)} is not allowed`)
  return wrongType(input, TYPES[type] ?? unionWords(issue), path)
}

function unknownWord(input: unknown, allowed: readonly string[]): PlacelessFinding {
  const suggestion = typeof input === 'string' ? nearest(input, allowed) : undefined
  const base = finding('LB007', `unknown value ${shown(input)}`, allowed.join(', '))
  return suggestion === undefined ? base : { ...base, suggestion }
}

function outOfRange(input: unknown, expected: string): PlacelessFinding {
  return finding('LB006', `${shown(input)} is out of range, expected ${expected}`, expected)
}

function wrongType(input: unknown, expected: string, path: YamlPath): PlacelessFinding {
  const base = finding('LB005', `expected ${expected}, got ${shown(input)}`, expected)
  const number = expected === 'a number' ? numberInWords(input, path.at(-1)) : undefined
  return { ...base, ...number }
}

function unionWords(issue: v.BaseIssue<unknown>): string {
  const words = issue.issues?.map(({ type, expected }) => TYPES[type] ?? expected ?? type) ?? []
  const names = words.length > 0 ? [...new Set(words)] : [issue.expected ?? 'something else']
  return names.join(' or ')
}

function finding(ruleId: string, message: string, expected?: string): PlacelessFinding {
  const base = { ruleId, level: 'error', message } as const
  return expected === undefined ? base : { ...base, expected }
}

/** A value as a message may show it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
