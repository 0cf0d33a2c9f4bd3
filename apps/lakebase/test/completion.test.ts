import { spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { bin, lakebase } from './run-built.js'

test.each(['bash', 'zsh', 'fish', 'powershell'])('there is a script for %s', (shell) => {
  const { code, stdout } = lakebase(['completion', shell])
  expect(code).toBe(0)
  expect(stdout).toMatch(/lakebase complete '?--/)
})

test('a shell that has none is exit 2', () => {
  expect(lakebase(['completion', 'bsh']).stderr).toContain('did you mean bash?')
})

test.each([
  [['es'], 'estimate'],
  [['bundle', 'li'], 'lint'],
  [['estimate', '--comp'], '--compat'],
  [['estimate', '--cloud', 'az'], 'azure'],
])('%j is completed with %s', (words, expected) => {
  const lines = lakebase(['complete', '--', ...words]).stdout.split('\n')
  expect(lines.map((line) => line.split('\t')[0])).toContain(expected)
})

test('bash itself takes the script and completes a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-bin-'))
  symlinkSync(bin, join(folder, 'lakebase'))
  const script = `
source <(lakebase completion bash)
COMP_WORDS=(lakebase estim); COMP_CWORD=1; COMP_LINE='lakebase estim'; COMP_POINT=14
$(complete -p lakebase | sed -E 's/.*-F ([^ ]+).*/\\1/') lakebase estim lakebase
printf '%s\\n' "\${COMPREPLY[@]}"`
  const PATH = `${folder}${delimiter}${process.env.PATH}`
  const { stdout } = spawnSync('bash', ['--norc', '-c', script], {
    env: { PATH },
    encoding: 'utf8',
  })
  expect(stdout).toContain('estimate')
})
