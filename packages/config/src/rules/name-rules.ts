import type { YamlPath } from '../workload.js'
import { at, type Rule } from './rule.js'

/** LB002: a name that stands twice would make two things one. */
export const namesOnce: Rule = ({ branches, discounts, queries }, source) => {
  const own = discounts.filter((discount) => !discount.promotion)
  return [branches, own, queries].flatMap((named) =>
    repeated(named).map(({ name, at: path }) => {
      const message = `the name "${name}" stands twice`
      const hint = 'Give each one a name of its own.'
      return at(source, [...path, 'name'], { ruleId: 'LB002', level: 'error', message, hint })
    }),
  )
}

interface Named {
  readonly name: string
  readonly at: YamlPath
}

function repeated(named: readonly Named[]): readonly Named[] {
  return named.filter(({ name }, index) => named.findIndex((one) => one.name === name) < index)
}
