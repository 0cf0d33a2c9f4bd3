import { join } from 'node:path'
import {
  type ChatFunction,
  type FakeWorkspace,
  runBuiltBeside,
  startFakeWorkspace,
} from '@lakebase/testing'
import { afterEach, expect, test } from 'vitest'
import { filesOf, folderOf } from './folder-of.js'
import { bin, lakebaseConvert } from './run-built.js'

const SQL = 'SELECT a FROM t WHERE a > :low;\nSELECT sentiment(b) AS mood FROM t WHERE a = :key;\n'
const DDL = 'CREATE TABLE t (a INT, b STRING) USING DELTA'
const GOOD =
  "```sql\nSELECT CASE WHEN b LIKE '%!%' THEN 'angry' ELSE 'calm' END AS mood FROM t WHERE a = $1\n```"
const LOSES_A_CONDITION = '```sql\nSELECT b AS mood FROM t\n```'

const running: FakeWorkspace[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()))
})

test('what the rules refuse is asked of the model that is configured, and marked as its', async () => {
  const { code, stderr, folder, fake } = await ask(() => GOOD)
  expect(code).toBe(0)
  expect(stderr).toContain(`asking the model my-model from MODEL_NAME`)
  expect(stderr).toContain('about 1 statement')
  const text = filesOf(folder)['out/a.sql'] ?? ''
  expect(text).toContain('-- warning SQ031 2:1 Converted by my-model, not by rules')
  expect(text).toMatch(/^SELECT CASE WHEN b LIKE/m)
  expect(JSON.parse(filesOf(folder)['r.json'] ?? '')).toMatchObject({
    summary: { byStatus: { converted: 1, converted_by_model: 1 }, notConverted: 0 },
  })
  expect(stderr + JSON.stringify(filesOf(folder))).not.toContain(fake.pat)
})

test('an answer that loses a condition is refused, and what came of each question is told', async () => {
  const { code, stdout, folder } = await ask(() => LOSES_A_CONDITION, ['--check'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/SQ030 {2}No answer of my-model was accepted: 1\. census/)
  expect(filesOf(folder)['out/a.sql']).toContain('-- SELECT sentiment(b) AS mood')
})

test('with --llm never nobody is asked', async () => {
  const { code, stderr, questions } = await ask(() => GOOD, ['--llm', 'never'])
  expect(code).toBe(0)
  expect(stderr).not.toContain('asking')
  expect(questions).toBe(0)
})

test('without a model --llm auto asks nobody, and --llm always is exit 4 and says what to set', () => {
  const folder = folderOf({ 'a.sql': SQL })
  expect(lakebaseConvert(['a.sql', '--check'], folder).stderr).not.toContain('asking')
  const insisted = lakebaseConvert(['a.sql', '--llm', 'always'], folder, '', { HOME: folder })
  expect(insisted.code).toBe(4)
  expect(insisted.stderr).toContain('DATABRICKS_HOST')
})

test('a broken .env is refused before a model is asked, and left alone where none is', () => {
  const broken = 'MODEL_NAME=my-model\nDATABRICKS_TOKEN hunter2\n'
  const named = folderOf({ 'a.sql': SQL, '.env': broken })
  const refused = lakebaseConvert(['a.sql'], named)
  expect(refused.code).toBe(3)
  expect(refused.stderr).toMatch(/LB001.*this line is not NAME=value[\s\S]*\.env:2/)
  expect(refused.stdout + refused.stderr).not.toContain('hunter2')
  const other = folderOf({ 'a.sql': SQL, '.env': 'for another tool\n' })
  expect(lakebaseConvert(['a.sql'], other).code).toBe(0)
})

async function ask(answer: ChatFunction, args: readonly string[] = []) {
  let questions = 0
  const fake = await startFakeWorkspace({
    servingEndpoints: ['my-model'],
    chat: (request) => {
      questions++
      return answer(request)
    },
  })
  running.push(fake)
  const folder = folderOf({ 'in/a.sql': SQL, 't.sql': DDL, 'ca.pem': fake.ca ?? '' })
  const env = {
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    DATABRICKS_HOST: fake.host,
    DATABRICKS_TOKEN: fake.pat,
    MODEL_NAME: 'my-model',
  }
  const ended = await runBuiltBeside(
    bin,
    [
      ...['--source-dir', 'in', '--target-dir', 'out', '--schema', 't.sql'],
      ...['--report', 'r.json', ...args],
    ],
    { cwd: folder, env },
  )
  return { ...ended, folder, fake, questions }
}
