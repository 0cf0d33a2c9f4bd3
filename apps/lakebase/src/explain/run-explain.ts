import {
  type Exit,
  formatTable,
  type Io,
  nearest,
  paint,
  usageError,
  wantsColor,
} from '@lakebase/cli-kit'
import { allRules, type Rule } from './all-rules.js'

const OK: Exit = { code: 0, reason: 'ok' }

/** `explain LB108`, or all ids with their titles. */
export async function runExplain(
  { json }: { readonly json: boolean },
  [id]: readonly string[],
  io: Io,
): Promise<Exit> {
  if (id === undefined) {
    const document = { ok: true, schemaVersion: 1, rules: allRules, exit: OK }
    io.stdout(json ? `${JSON.stringify(document, null, 2)}\n` : list())
    return OK
  }
  const rule = find(id)
  const document = { ok: true, schemaVersion: 1, rules: [rule], exit: OK }
  io.stdout(json ? `${JSON.stringify(document, null, 2)}\n` : text(rule, io))
  return OK
}

function find(id: string): Rule {
  const wanted = id.toUpperCase()
  const rule = allRules.find((one) => one.id === wanted)
  if (rule !== undefined) return rule
  const near = nearest(
    wanted,
    allRules.map((one) => one.id),
  )
  const meant = near === undefined ? '' : `did you mean ${near}? `
  throw usageError(`there is no finding ${id}`, `${meant}lakebase explain lists them all`)
}

function list(): string {
  const columns = [{ title: 'id' }, { title: 'of' }, { title: 'what it is' }]
  const rows = allRules.map(({ id, of, title }) => [id, of, title])
  return `${formatTable(columns, rows).join('\n')}\n`
}

function text({ id, title, why, help, wrong, right, source, asOf }: Rule, io: Io): string {
  const { bold, dim } = paint(wantsColor('auto', io.env, io.stdoutIsTty))
  const parts = [
    `${bold(id)}  ${bold(title)}`,
    why,
    ...(help === undefined ? [] : [help]),
    ...(wrong === undefined ? [] : [`${bold('Wrong')}\n${indented(wrong)}`]),
    ...(right === undefined ? [] : [`${bold('Right')}\n${indented(right)}`]),
    ...(source === undefined ? [] : [dim(`Source: ${source} (${asOf})`)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function indented(yaml: string): string {
  return yaml.replaceAll(/^(?=.)/gm, '  ')
}
