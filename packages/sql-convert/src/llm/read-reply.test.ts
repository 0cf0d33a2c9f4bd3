import { expect, test } from 'vitest'
import { readReply } from './read-reply.js'

const SQL = 'SELECT 1 AS one'

test.each([
  ['JSON', '{"sql": "SELECT 1 AS one"}'],
  ['JSON in a fence', '```json\n{"sql": "SELECT 1 AS one;"}\n```'],
  ['JSON with talk around it', 'Sure!\n{"sql": "SELECT 1 AS one"}\nHope that helps.'],
  ['a fence', '```sql\nSELECT 1 AS one;\n```'],
  [
    'a fence with talk around it',
    'Here it is:\n\n```postgresql\nSELECT 1 AS one\n```\nNULL sorts first.',
  ],
  [
    'a fence that is shown twice',
    '```sql\nSELECT 1 AS one\n```\nAgain:\n```\nSELECT 1 AS one\n```',
  ],
  ['a bare statement', 'SELECT 1 AS one;\n'],
  ['a statement behind thoughts', '<think>Should I use SELECT 2?</think>\nSELECT 1 AS one'],
])('finds the statement in %s', (_, text) => expect(readReply({ text })).toEqual({ sql: SQL }))

test('of blocks only those of text are the answer', () => {
  const text = [
    { type: 'reasoning', text: 'SELECT 2' },
    { type: 'text', text: '{"sql": "SELECT 1 ' },
    { type: 'text', text: 'AS one"}' },
    { type: 'image' },
  ]
  expect(readReply({ text })).toEqual({ sql: SQL })
})

test.each([
  { reply: { text: '{"sql": "SELECT 1', isTruncated: true }, outcome: 'truncated' },
  { reply: { text: SQL, finishReason: 'length' }, outcome: 'truncated' },
  { reply: { text: '  \n' }, outcome: 'empty' },
  { reply: { text: [] }, outcome: 'empty' },
  { reply: { text: '{"sql": " ; "}' }, outcome: 'empty' },
  { reply: { text: "I'm sorry, but I cannot help with that." }, outcome: 'no sql' },
  { reply: { text: '{"query": "SELECT 1"}' }, outcome: 'no sql' },
  { reply: { text: '{"sql": "SELECT 1' }, outcome: 'no sql' },
  { reply: { text: '{"sql": null, "why": "no such type"}' }, outcome: 'declined' },
  {
    reply: { text: 'Either\n```sql\nSELECT 1\n```\nor\n```sql\nSELECT 2\n```' },
    outcome: 'several statements',
  },
] as const)('$reply.text is $outcome', ({ reply, outcome }) => {
  expect(readReply(reply)).toMatchObject({ outcome, message: expect.any(String) })
})
