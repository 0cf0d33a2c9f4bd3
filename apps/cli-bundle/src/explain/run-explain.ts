import { bundleRules, specRules } from '@lakebase/bundle-gen'
import { type Exit, type Io, nearest, usageError } from '@lakebase/cli-kit'
import { workloadRules } from '@lakebase/config'

/** `explain LB108`; those of specs and workloads are known too. */
export async function runExplain(
  { json }: { readonly json: boolean },
  [id = '']: readonly string[],
  io: Io,
): Promise<Exit> {
  const wanted = id.toUpperCase()
  const rule = [...bundleRules, ...specRules, ...workloadRules].find((one) => one.id === wanted)
  if (rule === undefined) {
    const ids = [...bundleRules, ...specRules].map((one) => one.id)
    const near = nearest(wanted, ids)
    const meant = near === undefined ? '' : `did you mean ${near}? `
    throw usageError(
      `there is no rule ${id}`,
      `${meant}Those of bundles are ${bundleRules[0]?.id} to ${bundleRules.at(-1)?.id}, of what they are made from ${specRules[0]?.id} to ${specRules.at(-1)?.id}.`,
    )
  }
  io.stdout(json ? `${JSON.stringify(rule, null, 2)}\n` : text(rule))
  return { code: 0, reason: 'ok' }
}

type Rule =
  | (typeof bundleRules)[number]
  | (typeof specRules)[number]
  | (typeof workloadRules)[number]

function text(rule: Rule): string {
  const head = `${rule.id}  ${rule.title}\n\n${rule.why}\n`
  if ('help' in rule) return `${head}\n${rule.help}\n`
  const { wrong, right, source, asOf } = rule
  return `${head}\nWrong\n${indented(wrong)}\n\nRight\n${indented(right)}\n\nSource: ${source} (${asOf})\n`
}

function indented(yaml: string): string {
  return yaml.replaceAll(/^(?=.)/gm, '  ')
}
