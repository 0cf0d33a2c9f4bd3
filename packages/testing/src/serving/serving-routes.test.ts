import { expect, test } from 'vitest'
import { ask, askJson } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'
import type { ChatAnswer, ChatRequest } from './chat-answer.js'

const CHAT = 'POST /serving-endpoints/chat/completions'
const INVOCATIONS = 'POST /serving-endpoints/small-model/invocations'
const messages = [{ role: 'user', content: 'convert this' }]

const openModel = (answer: ChatAnswer, asked: ChatRequest[] = []) =>
  openWorkspace({
    servingEndpoints: ['small-model'],
    now: () => 1_700_000_000_500,
    chat: (request) => {
      asked.push(request)
      return answer
    },
  })

test.each([
  [CHAT, { model: 'small-model', messages, temperature: 0 }],
  [INVOCATIONS, { messages, temperature: 0 }],
])('%s asks the function of the test and gives its text', async (path, body) => {
  const asked: ChatRequest[] = []
  const answer = await askJson(await openModel('select 1', asked), path, { body })
  expect(asked).toMatchObject([{ model: 'small-model', messages, body: { temperature: 0 } }])
  expect(answer).toMatchObject({
    status: 200,
    body: {
      object: 'chat.completion',
      created: 1_700_000_000,
      model: 'small-model',
      choices: [
        { index: 0, message: { role: 'assistant', content: 'select 1' }, finish_reason: 'stop' },
      ],
      usage: { total_tokens: 2 },
    },
  })
})

test('gives blocks, a finish reason and a usage as they are', async () => {
  const content = [
    { type: 'reasoning', summary: [] },
    { type: 'text', text: 'select 1' },
  ]
  const workspace = await openModel({
    content,
    finishReason: 'length',
    usage: { prompt_tokens: 10, completion_tokens: 5 },
  })
  expect((await askJson(workspace, INVOCATIONS, { body: { messages } })).body).toMatchObject({
    choices: [{ message: { content }, finish_reason: 'length' }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  })
})

test('refuses as the function of the test says', async () => {
  const workspace = await openModel({
    status: 429,
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'too many',
    headers: { 'retry-after': '2' },
  })
  const { status, headers, text } = await ask(workspace, INVOCATIONS, { body: { messages } })
  expect({ status, retryAfter: headers['retry-after'] }).toEqual({ status: 429, retryAfter: '2' })
  expect(JSON.parse(text)).toMatchObject({
    error_code: 'REQUEST_LIMIT_EXCEEDED',
    message: 'too many',
  })
})

test.each([
  [CHAT, { model: 'other-model', messages }, 404],
  ['POST /serving-endpoints/other-model/invocations', { messages }, 404],
  [CHAT, { messages }, 400],
  [INVOCATIONS, { messages: [] }, 400],
  [INVOCATIONS, undefined, 400],
])('%s with %j is %i', async (path, body, status) => {
  expect(await askJson(await openModel('x'), path, { body })).toMatchObject({ status })
})

test('what the function throws is a 500 that says so', async () => {
  const workspace = await openWorkspace({ servingEndpoints: ['small-model'] })
  expect(await askJson(workspace, INVOCATIONS, { body: { messages } })).toMatchObject({
    status: 500,
    body: { message: expect.stringContaining('no chat function') },
  })
})

test('lists the endpoints', async () => {
  const workspace = await openModel('x')
  expect(await askJson(workspace, 'GET /api/2.0/serving-endpoints')).toMatchObject({
    body: { endpoints: [{ name: 'small-model', state: { ready: 'READY' } }] },
  })
})
