import data from '../data/provisioned-legacy.json' with { type: 'json' }
import { fact } from './dated-facts.js'
import type { ProvisionedLimits } from './limits.js'

/**
 * Limits and rates of the retired Lakebase Provisioned, in compute units of 16 GB. None can be
 * created since 2026-03-12: for comparisons with old estimates only.
 */
export const provisionedLimits: ProvisionedLimits = {
  product: 'provisioned-legacy',
  memoryGbPerCu: fact(data.memoryGbPerCu),
  cacheShareOfMemory: fact(data.cacheShareOfMemory),
  bulkRowsPerSecondPerCu: fact(data.bulkRowsPerSecondPerCu),
  incrementalRowsPerSecondPerCu: fact(data.incrementalRowsPerSecondPerCu),
  readsPerSecondPerCu: fact(data.readsPerSecondPerCu),
  syncOverheadMinutes: fact(data.syncOverheadMinutes),
  benchmarkRowBytes: fact(data.benchmarkRowBytes),
  connectionsPerSyncedTable: fact(data.connectionsPerSyncedTable),
  sizes: fact(data.sizes),
  connectionsPerInstance: fact(data.connectionsPerInstance),
}
