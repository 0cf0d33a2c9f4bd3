import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/parse-scenario.js'

function block(file: string, language: string): string {
  const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  return text.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? ''
}

test('the scenario of the documents is one, without a finding but for the connections that it leaves out', () => {
  const env = { DATABASE_URL: 'postgres://app@db.example.com/shop' }
  const { scenarios, target, findings } = parseScenario(
    block('docs/scenarios.md', 'yaml'),
    'orders.yml',
    { env },
  )
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['LT017'])
  expect(scenarios?.[0]?.scripts.map(({ id }) => id)).toEqual(['order_page', 'pay'])
  expect(target).toMatchObject({ target: { host: 'db.example.com', user: 'app' } })
})

test('the example of the README says what its comments promise', () => {
  const example = block('README.md', 'ts')
  const [, yaml = ''] = example.split('`\n')
  const { findings } = parseScenario(`\n${yaml.split('`')[0]}`, 'orders.yml')
  const said = findings
    .filter(({ level }) => level === 'error')
    .map(
      ({ ruleId, line, column, message, suggestion }) =>
        `${line}:${column} ${ruleId} ${message} (${suggestion ?? ''})`,
    )
  expect(example).toContain(`// ${said[0]}`)
})
