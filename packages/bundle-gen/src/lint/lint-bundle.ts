import type { Finding } from '../finding.js'
import { type Bundle, readBundle } from '../read/read-bundle.js'
import { type TargetView, targetViews } from '../read/target-view.js'
import { ignoreComments } from './ignore-comments.js'
import { CHECKS } from './rules.js'
import type { SourceTables } from './source-tables.js'

export interface LintOptions {
  /** What is known of the source tables, for LB109. */
  readonly tables?: SourceTables
}

/**
 * Checks a bundle's files as each of its targets deploys them, with no workspace. Never throws: what
 * cannot be read is a finding, and the rest is checked all the same.
 *
 * @param files Paths relative to the bundle's folder, with `/`, and their texts.
 */
export function lintBundle(
  files: ReadonlyMap<string, string>,
  { tables = new Map() }: LintOptions = {},
): readonly Finding[] {
  const bundle = readBundle(files)
  const comments = ignoreComments(bundle.files)
  const all = [...bundle.findings, ...checked(bundle, tables), ...comments.findings]
  return inOrder(all.filter((finding) => !comments.silences(finding)))
}

/** What several targets share is said once; what only some of them have names them. */
function checked(bundle: Bundle, tables: SourceTables): readonly Finding[] {
  const views = targetViews(bundle)
  const found = new Map<string, { readonly finding: Finding; readonly targets: Set<string> }>()
  for (const view of views) {
    for (const finding of CHECKS.flatMap((check) => check({ bundle, view, tables }))) {
      const { ruleId, file, line, column, message } = finding
      const key = [ruleId, file, line, column, message].join('\0')
      const same = found.get(key) ?? { finding, targets: new Set() }
      same.targets.add(view.name ?? '')
      found.set(key, same)
    }
  }
  return [...found.values()].map(({ finding, targets }) => withTargets(finding, targets, views))
}

function withTargets(
  finding: Finding,
  targets: ReadonlySet<string>,
  views: readonly TargetView[],
): Finding {
  if (targets.size === views.length) return finding
  return { ...finding, message: `${finding.message} (target ${[...targets].join(', ')})` }
}

/** File by file from the top, so that a list reads like the bundle. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.ruleId, b.ruleId),
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
