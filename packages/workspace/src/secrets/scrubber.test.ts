import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScrubber } from './scrubber.js'
import { Secret } from './secret.js'

test('what was learnt is taken out wherever it stands', () => {
  const secret = fc.stringMatching(/^[\w.~-]{4,40}$/)
  fc.assert(
    fc.property(fc.array(secret, { maxLength: 5 }), fc.string(), fc.string(), (secrets, a, b) => {
      const { learn, scrub } = createScrubber()
      for (const each of secrets) learn(new Secret(each))
      const clean = scrub(`${a}${secrets.join(b)}`)
      return secrets.every((each) => '[redacted]'.includes(each) || !clean.includes(each))
    }),
  )
})

test.each([
  { text: `token dapi${'0a'.repeat(16)}-2 is old`, clean: 'token [redacted] is old' },
  { text: 'jwt eyJhbGciOi.eyJzdWIiOi.c2ln is old', clean: 'jwt [redacted] is old' },
  { text: 'Authorization: Bearer abc123456', clean: 'Authorization: Bearer [redacted]' },
  { text: 'Authorization: Basic YTpiYzpk==', clean: 'Authorization: Basic [redacted]' },
  { text: 'select 1 from main.shop.orders', clean: 'select 1 from main.shop.orders' },
])('$text', ({ text, clean }) => {
  expect(createScrubber().scrub(text)).toBe(clean)
})

test('of very many secrets the newest are known', () => {
  const { learn, scrub } = createScrubber()
  for (let index = 0; index < 1_000; index += 1) learn(new Secret(`secret-${index}-`))
  expect(scrub('secret-999- secret-900- secret-1-')).toBe('[redacted] [redacted] secret-1-')
})
