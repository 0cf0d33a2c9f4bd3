import { expect, test } from 'vitest'
import { readWithPattern } from './read-with-pattern.js'

/** What the first shape that fits makes of a text; undefined when none does. */
function read(pattern: string, text: string): string | undefined {
  const shapes = readWithPattern(pattern)
  if ('refused' in shapes) throw new Error(shapes.refused)
  for (const { shape, arrangement } of shapes) {
    const isOpen = shape.startsWith('(?i)')
    const expression = new RegExp(shape.replace('(?i)', ''), isOpen ? 'i' : '')
    if (expression.test(text)) return text.replace(expression, arrangement.replaceAll('\\', '$'))
  }
  return undefined
}

test.each([
  { pattern: 'yyyy-MM-dd', text: '2026-11-28', iso: '2026-11-28' },
  { pattern: 'dd/MM/yy', text: '28/11/26', iso: '2026-11-28' },
  { pattern: 'yyyyMMddHHmmss', text: '20261128070809', iso: '2026-11-28 07:08:09' },
  { pattern: 'd MMM yyyy', text: '8 Nov 2026', iso: '2026-Nov-8' },
  { pattern: 'M/d/yyyy h:mm a', text: '1/2/2026 3:04 pm', iso: '2026-1-2 3:04:00 pm' },
  { pattern: 'HH:mm', text: '07:08', iso: '1970-01-01 07:08:00' },
  { pattern: 'hh', text: '07', iso: '1970-01-01 07:00:00 AM' },
  {
    pattern: "yyyy-MM-dd'T'HH:mm:ssXXX",
    text: '2026-11-28T07:08:09Z',
    iso: '2026-11-28 07:08:09 Z',
  },
  { pattern: 'ss.SSS', text: '07.12', iso: '1970-01-01 00:00:07.12' },
  { pattern: 'yyyy DDD', text: '2026 332', iso: '2026.332' },
])('reads $text in $pattern', ({ pattern, text, iso }) => {
  expect(read(pattern, text)).toBe(iso)
})

test('cuts a fraction after its sixth digit', () => {
  expect(read('ss.SSSSSSSSS', '07.123456789')).toBe('1970-01-01 00:00:07.123456')
})

test.each([
  { pattern: 'yyyy-MM-dd', text: '2026-1-2' },
  { pattern: 'yyyy-MM-dd', text: '2026-11-28 07:08' },
  { pattern: 'HH', text: '24' },
  { pattern: 'mm', text: '60' },
  { pattern: 'yyyy.MM', text: '2026-11' },
])('does not take $text for $pattern', ({ pattern, text }) => {
  expect(read(pattern, text)).toBeUndefined()
})

test('reads an optional part where it is there', () => {
  expect(read('yyyy-MM-dd[ HH:mm]', '2026-11-28 07:08')).toBe('2026-11-28 07:08:00')
  expect(read('yyyy-MM-dd[ HH:mm]', '2026-11-28')).toBe('2026-11-28')
})

test('keeps the name of a zone apart', () => {
  expect(readWithPattern('yyyy z')).toMatchObject([{ zoneName: '\\2', hasZone: true }])
})

test.each(['E yyyy', 'yyyy kk', 'yMd', 'MM MM', 'QQ', 'yyyy['])('refuses %s', (pattern) => {
  expect(readWithPattern(pattern)).toHaveProperty('refused')
})
