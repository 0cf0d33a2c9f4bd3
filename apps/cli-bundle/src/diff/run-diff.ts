import { type BundleDiff, diffBundles } from '@lakebase/bundle-gen'
import {
  CliError,
  checkOutputs,
  type Exit,
  type Io,
  nearest,
  paint,
  parseOutputs,
  usageError,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { DiffCommandOptions } from '../commands/diff-options.js'
import { readBundleFolder } from '../read/read-bundle-folder.js'
import { readTableFacts } from '../read/read-table-facts.js'
import type { DiffReport } from './diff-report.js'
import { diffJson, diffMarkdown, diffText } from './render/render-diff.js'
import { workloadFacts } from './workload-facts.js'

/** Options, load, compute, render, write. */
export async function runDiff(
  options: DiffCommandOptions,
  [before = '', after = '']: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, ['json', 'md'])
  checkOutputs(outputs, io.cwd, options.force)
  const facts = new Map([
    ...workloadFacts(options.workload, options.cu, io.cwd),
    ...readTableFacts(options.tables, io.cwd),
  ])

  const files = [before, after].map((folder) => readBundleFolder(folder, io.cwd))
  const [old = new Map(), changed = new Map()] = files
  const diff = onlyTarget(diffBundles(old, changed, { facts }), options.target)
  refuseUnreadable(diff)
  const report: DiffReport = { before, after, ...diff, exit: exitOf(diff) }

  const render = { json: diffJson, md: diffMarkdown }
  const texts = outputs.map(({ path, format }) => ({ path, text: render[format](report) }))
  for (const { path, text } of texts) {
    if (path !== '-') writeFileAtomic(userPath(path, io.cwd), text)
  }
  const toStdout = texts.filter(({ path }) => path === '-')
  if (options.json) io.stdout(diffJson(report))
  else if (toStdout.length > 0) for (const { text } of toStdout) io.stdout(text)
  else
    io.stdout(diffText(report, paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))))
  return report.exit
}

function onlyTarget(diff: BundleDiff, target: string | undefined): BundleDiff {
  if (target === undefined) return diff
  const targets = diff.targets.filter((one) => one.target === target)
  if (targets.length > 0) {
    const mark = `(target ${target})`
    const findings = diff.findings.filter(
      ({ ruleId, message }) => ruleId === 'LB100' || message.endsWith(mark),
    )
    return { ...diff, targets, findings }
  }
  const known = diff.targets.flatMap((one) => one.target ?? [])
  const near = nearest(target, known)
  const hint =
    near === undefined ? `there are ${known.join(', ') || 'none'}` : `did you mean ${near}?`
  throw usageError(`--target ${target}: the bundles do not both have it`, hint)
}

/** Half a bundle would look like a deletion of the other half. */
function refuseUnreadable({ findings }: BundleDiff): void {
  const unreadable = findings.filter(({ ruleId, level }) => ruleId === 'LB100' && level === 'error')
  if (unreadable.length > 0) throw new CliError(3, unreadable)
}

function exitOf({ findings }: BundleDiff): Exit {
  const isStopped = findings.some(({ level }) => level === 'error')
  return isStopped
    ? { code: 1, reason: 'prevent_destroy would stop the deployment' }
    : { code: 0, reason: 'ok' }
}
