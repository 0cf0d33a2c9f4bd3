import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlText } from './html.js'
import { jsonScript } from './json-script.js'

const OPEN = '<script type="application/json" id="report">'
const CLOSE = '</script>'

test('holds any JSON, gives it back unchanged, and cannot be closed from within', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const markup = htmlText(jsonScript('report', value))
      const json = markup.slice(OPEN.length, -CLOSE.length)
      expect(markup).toBe(`${OPEN}${json}${CLOSE}`)
      expect(json).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('writes an end tag within a text as an escape', () => {
  expect(htmlText(jsonScript('report', '</script><script>'))).toContain(
    '"\\u003c/script\\u003e\\u003cscript\\u003e"',
  )
})
