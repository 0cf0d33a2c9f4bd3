import { type ChatAnswer, type FakeWorkspace, startFakeWorkspace } from '@lakebase/testing'
import { afterEach, expect, test } from 'vitest'
import type { WorkspaceOptions } from '../src/index.js'
import { errorOf, openFake } from './open.js'

const QUESTION = [{ role: 'user' as const, content: 'Translate.' }]
let fake: FakeWorkspace
afterEach(() => fake.close())

async function open(answer: () => ChatAnswer, options: WorkspaceOptions = {}) {
  fake = await startFakeWorkspace({
    servingEndpoints: ['llama-3-3-70b', 'gpt-oss-20b'],
    chat: answer,
  })
  return openFake(fake, { model: 'llama-3-3-70b', ...options })
}

test('text comes with the reason for its end and what it cost', async () => {
  const usage = { prompt_tokens: 12, completion_tokens: 3 }
  const { chat } = await open(() => ({ content: 'select 1', usage }))
  expect(await chat(QUESTION, { maxTokens: 100, responseFormat: { type: 'json_object' } })).toEqual(
    {
      text: 'select 1',
      finishReason: 'stop',
      isTruncated: false,
      usage: { inputTokens: 12, outputTokens: 3 },
    },
  )
  expect(fake.requests[0]).toMatchObject({
    path: '/serving-endpoints/llama-3-3-70b/invocations',
    body: { messages: QUESTION, max_tokens: 100, response_format: { type: 'json_object' } },
  })
})

test('of a list of blocks only those of text are the answer', async () => {
  const reasoning = { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] }
  const blocks = [reasoning, { type: 'text', text: 'select ' }, { type: 'text', text: '1' }]
  const { chat } = await open(() => ({ content: blocks }))
  expect((await chat(QUESTION)).text).toBe('select 1')
})

test('an answer that breaks off at the limit of tokens says so', async () => {
  const { chat } = await open(() => ({ content: 'select', finishReason: 'length' }))
  expect(await chat(QUESTION)).toMatchObject({ isTruncated: true, finishReason: 'length' })
})

test('an empty answer is none', async () => {
  const { chat } = await open(() => ({ content: '', finishReason: 'content_filter' }))
  const error = await errorOf(chat(QUESTION))
  expect(error.message).toMatch(/the model said nothing \(content_filter\)$/)
})

test('a model that is busy is asked again after the time it names', async () => {
  let calls = 0
  const pauses: number[] = []
  const sleep = async (ms: number) => void pauses.push(ms)
  const clock = { now: Date.now, random: () => 0, sleep }
  const busy = { status: 429, errorCode: 'REQUEST_LIMIT_EXCEEDED', headers: { 'retry-after': '2' } }
  const { chat } = await open(() => (calls++ < 2 ? busy : 'done'), { clock })
  expect((await chat(QUESTION)).text).toBe('done')
  expect(pauses).toEqual([2_000, 2_000])
})

test('a name that is not there is answered with the one that is like it', async () => {
  const { chat } = await open(() => 'x')
  const error = await errorOf(chat(QUESTION, { model: 'llama-3-1-70b' }))
  expect(error).toMatchObject({ code: 'NOT_FOUND', hint: 'Did you mean llama-3-3-70b?' })
  const other = await errorOf(chat(QUESTION, { model: 'claude' }))
  expect(other.hint).toBe('Endpoints here: llama-3-3-70b, gpt-oss-20b.')
})

test.each([
  { env: { MODEL_NAME: 'gpt-oss-20b' }, model: 'gpt-oss-20b' },
  { env: { DATABRICKS_ENDPOINT: 'gpt-oss-20b' }, model: 'gpt-oss-20b' },
  {
    env: {
      DATABRICKS_ENDPOINT: 'https://x.databricks.com/serving-endpoints/gpt-oss-20b/invocations',
    },
    model: 'gpt-oss-20b',
  },
  {
    env: { MODEL_NAME: 'gpt-oss-20b', DATABRICKS_ENDPOINT: 'https://x/serving-endpoints' },
    model: 'gpt-oss-20b',
  },
])('$env names the model', async ({ env, model }) => {
  fake = await startFakeWorkspace({ servingEndpoints: [model], chat: () => 'yes' })
  await openFake(fake, { env }).chat(QUESTION)
  expect(fake.requests[0]?.path).toBe(`/serving-endpoints/${model}/invocations`)
})

test.each([
  { env: {}, says: 'no model is configured' },
  {
    env: { DATABRICKS_ENDPOINT: 'https://x.databricks.com/serving-endpoints' },
    says: 'DATABRICKS_ENDPOINT (environment) names no model: "https://x.databricks.com/serving-endpoints"',
  },
])('no model is ever assumed: $says', async ({ env, says }) => {
  fake = await startFakeWorkspace()
  const error = await errorOf(openFake(fake, { env }).chat(QUESTION))
  expect(error).toMatchObject({ code: 'CONFIG', message: says })
  expect(fake.requests).toEqual([])
})
