import { expect, test } from 'vitest'
import { combineProvenance } from './combine-provenance.js'
import { fact } from './dated-facts.js'

const sure = { source: 'the documentation', asOf: '2026-10-01', confidence: 'H' } as const
const guessed = { source: 'a guess', asOf: '2025-06-23', confidence: 'L' } as const

test('refuses a confidence that nobody knows', () => {
  expect(fact({ ...sure, value: 1 })).toEqual({ ...sure, value: 1 })
  expect(() => fact({ ...sure, confidence: 'h' })).toThrow(
    'Confidence "h" of "the documentation" is not H, M or L',
  )
})

test('a combination is as old as its oldest fact, as sure as its least sure, and names each source once', () => {
  expect(combineProvenance([sure, guessed, sure])).toEqual({
    source: 'the documentation; a guess',
    asOf: '2025-06-23',
    confidence: 'L',
  })
})
