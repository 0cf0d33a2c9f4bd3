/** A program that a stranger could write against each published library, and what it prints. */
export const PROGRAMS: readonly Program[] = [
  {
    library: '@lakebase/bundle-gen',
    program: `import { lintBundle } from '@lakebase/bundle-gen'
const findings = lintBundle(new Map([['databricks.yml', 'bundle: {name: shop}\\nresources: {postgres_projects: {shop: {}}}']]))
console.log(...findings.map(({ line, ruleId }) => \`\${line}:\${ruleId}\`))`,
    prints: '1:LB113 2:LB117',
  },
  {
    library: '@lakebase/config',
    program: `import { parseWorkload } from '@lakebase/config'
const { workload } = parseWorkload('database_instance: {reads_per_second: 10}', { file: 'w.yml' })
console.log(workload.load.readsPerSecond)`,
    prints: '10',
  },
  {
    library: '@lakebase/loadtest',
    program: `import { parseScenario } from '@lakebase/loadtest'
import { advise } from '@lakebase/loadtest/advise'
const text = '{ queries: { ping: SELECT 1 }, load: { rate: 200/s, duration: 2s } }'
const { scenarios } = parseScenario(text, 'ping.yml')
console.log(scenarios.length, typeof advise)`,
    prints: '1 function',
  },
  {
    library: '@lakebase/pg-client',
    program: `import { lakebase } from '@lakebase/pg-client'
const db = lakebase({ host: '127.0.0.1', port: 1, user: 'a', password: '', database: 'd', tls: { mode: 'off' } })
await db.close()
console.log(await db.read\`select 1\`.catch(({ code, sent }) => \`\${code} \${sent}\`))`,
    prints: 'CLOSED no',
  },
  {
    library: '@lakebase/pricing',
    program: `import { latestRateCard } from '@lakebase/pricing'
console.log(latestRateCard.id)`,
    prints: '2026-04-10',
  },
  {
    library: '@lakebase/sizer',
    program: `import { autoscalingLimits } from '@lakebase/sizer'
console.log(autoscalingLimits.product)`,
    prints: 'autoscaling',
  },
  {
    library: '@lakebase/sql-convert',
    program: `import { createConverter } from '@lakebase/sql-convert'
import { verifyScript } from '@lakebase/sql-convert/verify'
const text = 'SELECT a FROM t WHERE b = :c'
const [{ grammar, census }] = await verifyScript(text, createConverter().convert(text))
console.log(grammar.outcome, census.outcome)`,
    prints: 'passed passed',
  },
  {
    library: '@lakebase/workspace',
    program: `import { openWorkspace } from '@lakebase/workspace'
const { host } = openWorkspace({ host: 'https://example.cloud.databricks.com', token: 'not-a-token', env: {} })
console.log(host)`,
    prints: 'https://example.cloud.databricks.com',
  },
]

export interface Program {
  readonly library: string
  readonly program: string
  readonly prints: string
}
