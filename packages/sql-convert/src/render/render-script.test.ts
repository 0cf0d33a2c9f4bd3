import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createConverter } from '../convert/create-converter.js'
import { type RenderOptions, renderScript } from './render-script.js'

function rendered(text: string, options?: RenderOptions) {
  return renderScript(text, createConverter().convert(text), options)
}

const SCRIPT = `-- Orders of a customer
-- PARAMETERS: customer_id

/* all of them */
SELECT order_id, -- the key
       total / 2 AS half /*+ BROADCAST(c) */
FROM orders WHERE customer_id = :customer_id AND state IN (?, ?); -- beside

SELECT sentiment(note)
FROM orders;
OPTIMIZE orders;
SELEC 1;
SELECT order_id FROM orders
-- the end`

test('comments stay, and what is not converted is a comment under its reason', async () => {
  const header = { tool: 'a test', source: 'orders.sql', compatFile: 'spark_compat.sql' }
  await expect(rendered(SCRIPT, { header })).toMatchFileSnapshot('golden/script.sql')
})

test('without a header the statements stand alone', () => {
  expect(rendered('SELECT 1 AS one')).toBe('SELECT 1 AS one;\n')
})

test('PostgreSQL comes out as it is, also with a header', () => {
  const text = 'INSERT INTO t VALUES (1)\r\n  ON CONFLICT DO NOTHING  -- kept'
  expect(rendered(text, { header: { tool: 'a test', source: 'x.sql' } })).toBe(text)
})

test('a script of comments alone keeps them, an empty one is empty', () => {
  expect(rendered('-- nothing yet\n')).toBe('-- nothing yet\n')
  expect(rendered(' \n')).toBe('')
})

test('a line comment that takes its next line along in Databricks does so in PostgreSQL', () => {
  expect(rendered('-- a \\\nDROP TABLE t;\nSELECT 1 AS one')).toBe(
    '-- a \\\n-- DROP TABLE t;\nSELECT 1 AS one;\n',
  )
})

test('no source text becomes a statement: outside of comments there is what was converted', () => {
  const piece = fc.constantFrom(
    ...[
      '-- c',
      '-- c \\',
      '\n',
      '\r',
      '\r\n',
      '/* b */',
      '/* /* n */ */',
      'SELECT 1 AS a',
      'SELECT foo(1)',
      'SELEC',
      ';',
      'OPTIMIZE t',
      ' ',
      "'",
      '$1',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const result = createConverter().convert(text)
      const sql = result.statements.flatMap((one) => one.sql.map((statement) => `${statement};`))
      const header = { tool: text, source: text }
      expect(withoutPostgresComments(renderScript(text, result, { header }))).toBe(
        withoutPostgresComments(sql.join('\n')),
      )
    }),
    { numRuns: 2000 },
  )
})

/** As PostgreSQL's own lexer takes comments away; blanks are one. */
function withoutPostgresComments(text: string): string {
  let [code, depth] = ['', 0]
  for (const [part] of text.matchAll(/--[^\n\r]*|\/\*|\*\/|'[^']*'|[\s\S]/g)) {
    if (part === '/*') depth++
    else if (part === '*/' && depth > 0) depth--
    else if (depth === 0 && !part.startsWith('--')) code += part
  }
  return code.replaceAll(/\s+/g, ' ').trim()
}
