import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, htmlText, trustedHtml } from './html.js'

test('escapes text, keeps markup of its own kind, and writes nothing for undefined', () => {
  const inner = html`<b>${'<&>'}</b>`
  expect(htmlText(html`<p title="${'"\''}">${inner}${[inner, inner]}${undefined}${3}</p>`)).toBe(
    '<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>3</p>',
  )
})

test('lets markup through only where the program marks it as its own', () => {
  expect(htmlText(html`${trustedHtml('<hr>')}${'<hr>'}`)).toBe('<hr>&lt;hr&gt;')
})

test('shows a control character as a mark, but keeps line feed and tab', () => {
  expect(htmlText(html`${'a\u0000b\u001bc\n\t'}`)).toBe('a\uFFFDb\uFFFDc\n\t')
})

test('no text can open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const markup = htmlText(html`${text}`)
      expect(markup).not.toMatch(/[<>"'`]/)
      expect(markup.replace(/&(amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&')
    }),
  )
})
