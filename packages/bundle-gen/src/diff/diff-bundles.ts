import type { Finding } from '../finding.js'
import { findingsOf } from '../lint/check.js'
import { isTrue, valueAt } from '../read/bundle-value.js'
import { readBundle } from '../read/read-bundle.js'
import { type TargetView, targetViews } from '../read/target-view.js'
import type { BundleDiff, ResourceChange, SyncFacts, TargetDiff } from './bundle-diff.js'
import { diffTarget } from './diff-target.js'
import { tableStatements } from './table-statements.js'

export interface DiffOptions {
  /** What is known of synced tables, by their source. */
  readonly facts?: ReadonlyMap<string, SyncFacts>
}

/**
 * What the deployment of `after` would do where `before` is deployed, by the direct engine: which resources
 * change in place, which are deleted and made anew, and what goes with them. Never throws.
 *
 * @param before Paths relative to the bundle's folder, with `/`, and their texts; `.sql` files count too.
 */
export function diffBundles(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { facts = new Map() }: DiffOptions = {},
): BundleDiff {
  const bundles = { before: readBundle(before), after: readBundle(after) }
  const views = { before: targetViews(bundles.before), after: targetViews(bundles.after) }
  const statementsBefore = tableStatements(before)
  const statementsAfter = tableStatements(after)
  const common = views.after.flatMap((view) => {
    const old = views.before.find(({ name }) => name === view.name)
    return old ? [{ before: old, after: view, statementsBefore, statementsAfter, facts }] : []
  })
  const targets = common.map(
    (input): TargetDiff => ({ target: input.after.name, changes: diffTarget(input) }),
  )
  return {
    targets,
    onlyBefore: missingNames(views.before, views.after),
    onlyAfter: missingNames(views.after, views.before),
    findings: [
      ...bundles.before.findings,
      ...bundles.after.findings,
      ...common.flatMap((views, index) =>
        (targets[index]?.changes ?? []).flatMap((change) => changeFindings(change, views)),
      ),
    ],
  }
}

function missingNames(of: readonly TargetView[], from: readonly TargetView[]): readonly string[] {
  return of.flatMap(({ name }) =>
    name === undefined || from.some((one) => one.name === name) ? [] : [name],
  )
}

const removal = findingsOf('LB115')
const protection = findingsOf('LB116')

/** LB115: what is deleted; LB116: what was protected from it. */
function changeFindings(
  change: ResourceChange,
  { before, after }: { readonly before: TargetView; readonly after: TargetView },
): readonly Finding[] {
  const { type, key, action, renamedFrom } = change
  if (action !== 'recreate' && action !== 'delete') return []
  const old = before.find(type, renamedFrom ?? key)
  const at = (after.find(type, key) ?? old)?.keyAt
  if (at === undefined) return []
  const where = after.name === undefined ? '' : ` (target ${after.name})`
  const how = `${action === 'delete' ? 'deleted' : 'deleted and made anew'}${change.asks ? '' : ', without asking'}`
  const findings: Finding[] = [removal.warn(at, `${type}.${key} is ${how}${where}`, advice(change))]
  if (!isTrue(valueAt(old?.value, 'lifecycle', 'prevent_destroy'))) return findings
  if (change.prevented) {
    const hint = 'Take the change back, or deploy once with prevent_destroy: false.'
    findings.push(
      protection.error(at, `prevent_destroy stops the deployment at ${type}.${key}${where}`, {
        hint,
      }),
    )
  } else {
    const why = 'With the block its prevent_destroy is gone too, and the CLI deletes it.'
    findings.push(
      protection.warn(at, `${type}.${key} had prevent_destroy and its block is gone${where}`, {
        why,
      }),
    )
  }
  return findings
}

function advice({
  renamedFrom,
  type,
  key,
  action,
  byHand,
}: ResourceChange): Pick<Finding, 'why' | 'hint'> {
  if (renamedFrom !== undefined) {
    return {
      why: `Its key was "${renamedFrom}": to the CLI one resource goes and another comes.`,
      hint: `Keep the key, or: databricks bundle deployment unbind ${renamedFrom}, then bind ${key} to it.`,
    }
  }
  if (byHand.length > 0) {
    const when = action === 'delete' ? 'After' : 'Before'
    return { hint: `${when} the deployment, on the database: ${byHand.join(' ')}` }
  }
  return type === 'postgres_projects'
    ? { why: 'All its branches, data and history go with it.' }
    : {}
}
