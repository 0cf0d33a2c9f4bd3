import fc from 'fast-check'
import { expect, test } from 'vitest'
import { message } from './messages.js'
import { ResponseScanner } from './response-scanner.js'

const text = (value: string) => Buffer.from(`${value}\0`)
const answers = fc.oneof(
  fc
    .uint8Array({ maxLength: 300 })
    .map((body) => ({ name: 'row', bytes: message('D', Buffer.from(body)) })),
  fc
    .nat(1_000_000_000)
    .map((rows) => ({ name: `complete ${rows}`, bytes: message('C', text(`INSERT 0 ${rows}`)) })),
  fc.constant({ name: 'complete 0', bytes: message('C', text('BEGIN')) }),
  fc
    .constantFrom('I', 'T', 'E')
    .map((status) => ({ name: `ready ${status}`, bytes: message('Z', Buffer.from(status)) })),
  fc
    .tuple(fc.constantFrom('E', 'N', '1', '2', 't', 'S', 'K'), fc.uint8Array({ maxLength: 200 }))
    .map(([type, body]) => ({
      name: `${type} ${Buffer.from(body).toString('hex')}`,
      bytes: message(type, Buffer.from(body)),
    })),
)

function scan(chunks: readonly Buffer[], keepRows = false) {
  const heard: string[] = []
  const scanner = new ResponseScanner({
    commandComplete: (rows) => heard.push(`complete ${rows}`),
    readyForQuery: (status) => heard.push(`ready ${String.fromCharCode(status)}`),
    message: (type, bytes, start, end) =>
      heard.push(
        type === 0x44
          ? 'row'
          : `${String.fromCharCode(type)} ${Buffer.from(bytes.subarray(start, end)).toString('hex')}`,
      ),
  })
  scanner.keepRows = keepRows
  // As a socket does: one buffer for all that comes, with old bytes behind the new ones.
  const buffer = Buffer.alloc(100_000, 0x5a)
  for (const chunk of chunks) {
    chunk.copy(buffer)
    scanner.feed(buffer, chunk.length)
  }
  return { heard, rows: scanner.rows, bytes: scanner.bytes }
}

function split(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])]
  places.sort((left, right) => left - right)
  return places.slice(1).map((end, at) => bytes.subarray(places[at], end))
}

test('hears the same of a stream however it is cut into chunks', () => {
  fc.assert(
    fc.property(
      fc.array(answers, { maxLength: 30 }),
      fc.array(fc.nat()),
      fc.boolean(),
      (sent, cuts, keepRows) => {
        const stream = Buffer.concat(sent.map(({ bytes }) => bytes))
        const { heard, rows, bytes } = scan(split(stream, cuts), keepRows)
        const names = sent.map(({ name }) => name)
        // BindComplete says nothing that is not known.
        const told = names.filter((name) => !name.startsWith('2 '))
        expect(heard).toEqual(keepRows ? told : told.filter((name) => name !== 'row'))
        expect(rows).toBe(keepRows ? 0 : names.filter((name) => name === 'row').length)
        expect(bytes).toBe(stream.length)
      },
    ),
    { numRuns: 500 },
  )
})

test('hears the same of a stream that comes byte by byte', () => {
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 8 }), (sent) => {
      const stream = Buffer.concat(sent.map(({ bytes }) => bytes))
      const single = Array.from(stream, (byte) => Buffer.of(byte))
      expect(scan(single)).toEqual(scan([stream]))
    }),
  )
})

test('refuses what is not the protocol of PostgreSQL', () => {
  expect(() => scan([Buffer.from('Z\0\0\0\x01')])).toThrow('does not speak the protocol')
  expect(() => scan([Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')])).not.toThrow()
  expect(() => scan([Buffer.of(0x44, 0xff, 0xff, 0xff, 0xff)])).toThrow(
    'does not speak the protocol',
  )
})
