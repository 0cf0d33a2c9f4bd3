import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkOutputs, GENERATOR, parseOutputs, writeFileAtomic } from './output-file.js'

const folder = () => mkdtempSync(join(tmpdir(), 'lakebase-output-'))

test('takes the format from the extension, and the first one for stdout', () => {
  expect(parseOutputs(['a.HTML', '-'], ['json', 'html'])).toEqual([
    { path: 'a.HTML', format: 'html' },
    { path: '-', format: 'json' },
  ])
  expect(() => parseOutputs(['report.pdf'], ['json', 'html'])).toThrow('names no format')
})

test('does not replace a file that somebody else wrote, unless forced', () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'theirs.json'), '{}')
  writeFileSync(join(cwd, 'ours.json'), `{"generator":"${GENERATOR}"}`)
  const outputs = (path: string) => [{ path, format: 'json' }]
  expect(() => checkOutputs(outputs('theirs.json'), cwd, false)).toThrow('not written by us')
  expect(() => checkOutputs(outputs('theirs.json'), cwd, true)).not.toThrow()
  expect(() => checkOutputs(outputs('ours.json'), cwd, false)).not.toThrow()
  expect(() => checkOutputs(outputs('new.json'), cwd, false)).not.toThrow()
})

test('writes whole files and leaves nothing beside them', () => {
  const cwd = folder()
  writeFileAtomic(join(cwd, 'a.txt'), 'one')
  writeFileAtomic(join(cwd, 'a.txt'), 'two')
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('two')
  expect(() => writeFileAtomic(join(cwd, 'a.txt', 'b.txt'), 'x')).toThrow('cannot be written')
  expect(readdirSync(cwd)).toEqual(['a.txt'])
})

test('makes the folder that the file goes into', () => {
  const cwd = folder()
  writeFileAtomic(join(cwd, 'new', 'deep', 'a.txt'), 'x')
  expect(readFileSync(join(cwd, 'new', 'deep', 'a.txt'), 'utf8')).toBe('x')
})
