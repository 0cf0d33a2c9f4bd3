import type { ResourceChange, TargetDiff } from '@lakebase/bundle-gen'
import { formatFinding, GENERATOR, type Paint } from '@lakebase/cli-kit'
import { findingsTable } from '../../render/findings-table.js'
import type { DiffDocument, DiffReport } from '../diff-report.js'
import { ACTIONS, consequences, fieldText, removes } from './describe-change.js'

export function diffJson({
  before,
  after,
  targets,
  onlyBefore,
  onlyAfter,
  findings,
  exit,
}: DiffReport): string {
  const report: DiffDocument = {
    ok: exit.code === 0,
    schemaVersion: 1,
    generator: GENERATOR,
    before,
    after,
    targets,
    onlyBefore,
    onlyAfter,
    findings,
    exit,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** For a terminal. */
export function diffText(report: DiffReport, colors: Paint): string {
  const parts = report.targets.map(({ target, changes }) => {
    const title = colors.bold(titleOf(target))
    if (changes.length === 0) return `${title}: nothing changes\n`
    return `${title}: ${summary(changes)}\n${changes.map((one) => changeText(one, colors)).join('\n')}\n`
  })
  const findings = unseen(report).map((finding) => `${formatFinding(finding, colors)}\n`)
  return [...parts, ...oneSided(report), ...findings].join('\n')
}

function changeText(change: ResourceChange, colors: Paint): string {
  const tint = removes(change)
    ? colors.red
    : change.action === 'create'
      ? colors.green
      : colors.yellow
  const head = `  ${tint(`${SIGNS[change.action]} ${change.type}.${change.key}`)}  ${ACTIONS[change.action]}`
  return [
    head,
    ...change.fields.map((field) => `      ${fieldText(field)}`),
    ...consequences(change).map(([label, text]) => `      ${colors.dim(`${label}:`)} ${text}`),
  ].join('\n')
}

const SIGNS = { create: '+', inPlace: '~', recreate: '-/+', delete: '-', changed: '~' } as const

/** For a pull request. */
export function diffMarkdown(report: DiffReport): string {
  const parts = report.targets.map(({ target, changes }) =>
    [`## ${titleOf(target)}`, '', `${summary(changes)}\n`, ...changes.flatMap(changeMarkdown)].join(
      '\n',
    ),
  )
  const title = `# What deploying ${report.after} over ${report.before} would do\n`
  return [
    title,
    ...parts,
    ...oneSided(report),
    ...(unseen(report).length > 0 ? [findingsTable(unseen(report))] : []),
    `<!-- ${GENERATOR} -->\n`,
  ].join('\n')
}

function changeMarkdown(change: ResourceChange): readonly string[] {
  return [
    `- **${ACTIONS[change.action]}** \`${change.type}.${change.key}\``,
    ...change.fields.map((field) => `  - ${code(fieldText(field))}`),
    ...consequences(change).map(
      ([label, text]) => `  - ${label}: ${AS_CODE.test(label) ? code(text) : text}`,
    ),
    '',
  ]
}

/** What comes from the files, not from us. */
const AS_CODE = /^(by hand|lost|takes)/

/** A text of the user's files, whatever it holds. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** The findings that the list of changes does not tell by itself. */
function unseen({ findings }: DiffReport) {
  return findings.filter(({ ruleId }) => ruleId !== 'LB115')
}

function titleOf(target: TargetDiff['target']): string {
  return target === undefined ? 'The bundle' : `Target ${target}`
}

function summary(changes: readonly ResourceChange[]): string {
  if (changes.length === 0) return 'nothing changes'
  const counts = Object.entries(ACTIONS).flatMap(([action, words]) => {
    const count = changes.filter((one) => one.action === action).length
    return count === 0 ? [] : [`${count} ${words}`]
  })
  const unasked = changes.filter((one) => removes(one) && !one.asks).length
  return `${counts.join(', ')}${unasked === 0 ? '' : `; ${unasked} deleted without asking`}`
}

function oneSided({ onlyBefore, onlyAfter }: DiffReport): readonly string[] {
  return [
    ...onlyBefore.map(
      (name) => `Target ${name} is gone: what it deployed stays until it is destroyed.\n`,
    ),
    ...onlyAfter.map((name) => `Target ${name} is new: all that it has is made.\n`),
  ]
}
