import { bundleRules } from '@lakebase/bundle-gen'
import { type Exit, type Io, nearest, usageError } from '@lakebase/cli-kit'
import { workloadRules } from '@lakebase/config'

/** `explain LB108`; rules of workloads are known too. */
export async function runExplain(
  { json }: { readonly json: boolean },
  [id = '']: readonly string[],
  io: Io,
): Promise<Exit> {
  const wanted = id.toUpperCase()
  const rule = [...bundleRules, ...workloadRules].find((one) => one.id === wanted)
  if (rule === undefined) {
    const ids = bundleRules.map((one) => one.id)
    const near = nearest(wanted, ids)
    const meant = near === undefined ? '' : `did you mean ${near}? `
    throw usageError(
      `there is no rule ${id}`,
      `${meant}Those of bundles are ${ids[0]} to ${ids.at(-1)}.`,
    )
  }
  io.stdout(json ? `${JSON.stringify(rule, null, 2)}\n` : text(rule))
  return { code: 0, reason: 'ok' }
}

type Rule = (typeof bundleRules)[number] | (typeof workloadRules)[number]

function text(rule: Rule): string {
  const head = `${rule.id}  ${rule.title}\n\n${rule.why}\n`
  if ('help' in rule) return `${head}\n${rule.help}\n`
  const { wrong, right, source, asOf } = rule
  return `${head}\nWrong\n${indented(wrong)}\n\nRight\n${indented(right)}\n\nSource: ${source} (${asOf})\n`
}

function indented(yaml: string): string {
  return yaml.replaceAll(/^(?=.)/gm, '  ')
}
