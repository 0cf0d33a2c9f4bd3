import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import { createConverter } from '@lakebase/sql-convert'
import { convertWithModel, type ModelStatement } from '@lakebase/sql-convert/llm'
import { explainWith } from '@lakebase/sql-convert/verify'
import {
  type ChatAnswer,
  type ChatRequest,
  type FakeWorkspace,
  type RequestFault,
  startFakeWorkspace,
} from '@lakebase/testing'
import { openWorkspace } from '@lakebase/workspace'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const SCRIPT = `CREATE TABLE orders (id BIGINT, note STRING, total DECIMAL(10, 2));
SELECT id, sentences(note) AS words FROM orders WHERE total > :least ORDER BY id LIMIT 5`

const RIGHT =
  "SELECT id, to_jsonb(string_to_array(note, ' ')) AS words FROM orders WHERE total > $1 ORDER BY id NULLS FIRST LIMIT 5"
const json = (sql: string | null, why?: string) => JSON.stringify({ sql, why })
const fenced = (sql: string) => `\`\`\`sql\n${sql}\n\`\`\``

let server: LocalPostgres
let sql: postgres.Sql
let workspace: FakeWorkspace
const sent: string[] = []

beforeAll(async () => {
  server = await startPostgres()
  sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
})
afterEach(() => workspace.close())
afterAll(async () => {
  await sql.end()
  await server.stop()
})

interface Asked {
  readonly statement: ModelStatement | undefined
  readonly requests: readonly ChatRequest[]
}

/** The second statement of the script, after the model's answers; the last of them is repeated. */
async function ask(answers: readonly ChatAnswer[], fault?: RequestFault): Promise<Asked> {
  const requests: ChatRequest[] = []
  workspace = await startFakeWorkspace({
    servingEndpoints: ['small-model'],
    chat: (request) => {
      requests.push(request)
      return answers[requests.length - 1] ?? answers.at(-1) ?? ''
    },
  })
  if (fault) workspace.fault(fault)
  const clock = { now: Date.now, random: Math.random, sleep: async () => undefined }
  const { chat } = openWorkspace({
    host: workspace.host,
    token: workspace.pat,
    env: {},
    home: '/nowhere',
    clock,
    ...(workspace.ca !== undefined && { ca: workspace.ca }),
  })
  sent.length = 0
  const explain = explainWith((statement) => {
    sent.push(statement)
    return sql.unsafe(statement)
  })
  const result = createConverter().convert(SCRIPT)
  const options = { chat, explain, model: 'small-model' }
  const { statements } = await convertWithModel(SCRIPT, result, options)
  return { statement: statements[1], requests }
}

test.each<[answer: string, said: ChatAnswer]>([
  ['JSON', json(RIGHT)],
  ['JSON in a fence', `\`\`\`json\n${json(RIGHT)}\n\`\`\``],
  ['a fence', fenced(RIGHT)],
  ['a fence with talk around it', `Sure! Here it is:\n${fenced(`${RIGHT};`)}\nNULL sorts first.`],
  ['a bare statement', `${RIGHT};`],
  ['thoughts before it', `<think>DROP TABLE orders?</think>${json(RIGHT)}`],
  [
    'blocks, one of reasoning',
    {
      content: [
        { type: 'reasoning', summary: [] },
        { type: 'text', text: json(RIGHT) },
      ],
    },
  ],
])('accepted: %s', async (_, said) => {
  const { statement, requests } = await ask([said])
  expect(statement).toMatchObject({
    origin: 'model',
    status: 'converted_by_model',
    sql: [RIGHT],
    semantics: 'approximate',
    parameters: ['least'],
    diagnostics: [{ code: 'SQ031', severity: 'warning' }],
    attempts: [{ outcome: 'accepted' }],
  })
  expect(requests).toHaveLength(1)
})

const without = (part: string, other = '') => json(RIGHT.replace(part, other))

test.each<[answer: string, said: ChatAnswer, outcome: string, message: string]>([
  [
    'breaks off',
    { content: '{"sql": "SELECT id', finishReason: 'length' },
    'truncated',
    'breaks off',
  ],
  ['two statements', json(`${RIGHT}; SELECT 1`), 'several statements', '2 statements'],
  ['two fences', `${fenced(RIGHT)} or ${fenced('SELECT 1')}`, 'several statements', '2 blocks'],
  ['nothing', '', 'empty', 'said nothing'],
  ['an empty statement', json(''), 'empty', 'empty'],
  ['an apology', "I'm sorry, but I can't help with that.", 'no sql', "I'm sorry"],
  [
    'refused by a filter',
    { content: '', finishReason: 'content_filter' },
    'empty',
    'content_filter',
  ],
  ['no SQL', json('SELEKT id FROM orders'), 'grammar', 'syntax error at or near "SELEKT"'],
  [
    'Spark again',
    json(SCRIPT.slice(SCRIPT.indexOf(';') + 2)),
    'grammar',
    'syntax error at or near ":"',
  ],
  ['a condition lost', without('WHERE total > $1 '), 'census', 'where `total > :least`'],
  ['a parameter filled in', without('$1', '0'), 'census', 'parameter `:least`'],
  ['a limit lost', without(' LIMIT 5'), 'census', 'limit `5`'],
  ['another limit', without('LIMIT 5', 'LIMIT 50'), 'census', 'limit `5`'],
  ['an order lost', without(' ORDER BY id NULLS FIRST'), 'census', 'order key `id`'],
  ['NULL at the other end', without(' NULLS FIRST'), 'census', 'order key `id`'],
  ['a column lost', without('id, '), 'census', 'output `id`'],
  ['a column renamed', without('AS words', 'AS w'), 'census', 'output `sentences(note) AS words`'],
  [
    'a condition added',
    without('ORDER', "AND note <> '' ORDER"),
    'census',
    'the result has a where',
  ],
  ['another table', without('FROM orders', 'FROM orders, pg_class'), 'census', 'has a table'],
  ['something else', json('DROP TABLE orders'), 'census', 'the answer is a Drop'],
  ['a change within', json(`WITH x AS (DELETE FROM orders) ${RIGHT}`), 'census', 'has a target'],
  ['a call that reaches out', without('note, ', 'pg_read_file(note), '), 'census', 'pg_read_file'],
  ['a function that is none', without('to_jsonb', 'sentences'), 'explain', 'sentences'],
  [
    'a column that is none',
    without('note, ', 'note || nope, '),
    'explain',
    '"nope" does not exist',
  ],
])('refused three times: %s', async (_, said, outcome, message) => {
  const { statement, requests } = await ask([said])
  expect(statement).toMatchObject({ origin: 'rules', status: 'unsupported', sql: [] })
  expect(statement?.attempts.map((attempt) => attempt.outcome)).toEqual(Array(3).fill(outcome))
  expect(statement?.attempts[0]?.message).toContain(message)
  expect(statement?.diagnostics.at(-1)).toMatchObject({ code: 'SQ030', severity: 'error' })
  expect(requests).toHaveLength(3)
  expect(sent.filter((one) => /DROP|DELETE/.test(one))).toEqual([])
})

test('a model that says that it cannot is believed at once', async () => {
  const { statement, requests } = await ask([json(null, 'sentences needs a language')])
  expect(statement).toMatchObject({
    status: 'unsupported',
    attempts: [{ outcome: 'declined', message: expect.stringContaining('needs a language') }],
  })
  expect(requests).toHaveLength(1)
})

test('Postgres’ words are fed back, and the next answer is taken', async () => {
  const wrong = RIGHT.replace('note, ', 'note || nope, ')
  const { statement, requests } = await ask([fenced(wrong), json(RIGHT)])
  expect(statement).toMatchObject({
    status: 'converted_by_model',
    attempts: [{ outcome: 'explain', sql: wrong }, { outcome: 'accepted' }],
  })
  expect(requests[1]?.messages.slice(-2)).toEqual([
    { role: 'assistant', content: fenced(wrong) },
    { role: 'user', content: expect.stringContaining('column "nope" does not exist') },
  ])
})

test('the question holds the statement, why it is refused, its table and its parameter, and no credential', async () => {
  const { requests } = await ask([json(RIGHT)])
  const asked = JSON.stringify(requests[0]?.body)
  for (const part of [
    'sentences(note) AS words FROM orders WHERE total > :least',
    'it needs rules of languages',
    'CREATE TABLE orders (id bigint, note text, total numeric(10,2))',
    '$1: least',
    'PostgreSQL 17',
  ]) {
    expect(asked).toContain(part)
  }
  expect(asked).not.toContain(workspace.pat)
})

test.each<[what: string, fault: RequestFault, outcome: string, facts: object, asked: number]>([
  [
    'busy, with the time to wait',
    { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
    'rate limit',
    { retryAfterMs: 7_000 },
    1,
  ],
  ['down', { kind: 'status', status: 503 }, 'no answer', {}, 3],
  ['not allowed', { kind: 'status', status: 403 }, 'no answer', {}, 1],
  ['a page to sign in on', { kind: 'html-login' }, 'no answer', {}, 3],
  ['JSON that breaks off', { kind: 'truncate' }, 'no answer', {}, 3],
])('not asked in vain: the endpoint is %s', async (_, fault, outcome, facts, asked) => {
  const path = /invocations$/
  const { statement } = await ask([json(RIGHT)], { ...fault, path })
  expect(statement).toMatchObject({ status: 'unsupported', sql: [] })
  expect(statement?.attempts.map((attempt) => attempt.outcome)).toEqual(Array(asked).fill(outcome))
  expect(statement?.attempts[0]).toMatchObject(facts)
  expect(JSON.stringify(statement)).not.toContain(workspace.pat)
})
