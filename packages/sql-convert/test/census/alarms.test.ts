import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Converter } from '../../src/convert/converter.js'
import { createConverter } from '../../src/convert/create-converter.js'
import { verifyScript } from '../../src/verify/verify-script.js'

const root = join(import.meta.dirname, '../..')

test('no statement whose rows are Spark’s raises an alarm', async () => {
  const folder = join(root, 'test/fixtures')
  const alarms: string[] = []
  for (const file of readdirSync(folder)) {
    const cases: readonly { readonly sql: string }[] = JSON.parse(
      readFileSync(join(folder, file), 'utf8'),
    )
    for (const { sql } of cases) alarms.push(...(await alarmsIn(createConverter(), sql)))
  }
  expect(alarms).toEqual([])
})

test.each(['h', 'ds'])('no query of TPC-%s raises an alarm', async (name) => {
  const folder = join(root, 'tpc', name)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const alarms: string[] = []
  for (const file of readdirSync(folder).filter((one) => /^q(?!.*\.pg\.).*\.sql$/.test(one))) {
    const converter = createConverter()
    converter.convert(read('schema.sql'))
    alarms.push(...(await alarmsIn(converter, read(file))))
  }
  expect(alarms).toEqual([])
})

async function alarmsIn(converter: Converter, text: string): Promise<readonly string[]> {
  const verifications = await verifyScript(text, converter.convert(text))
  return verifications.flatMap(({ grammar, census }) =>
    [grammar, census].flatMap((check) =>
      check.outcome === 'failed' ? check.reasons.map(({ message }) => `${message} in ${text}`) : [],
    ),
  )
}
