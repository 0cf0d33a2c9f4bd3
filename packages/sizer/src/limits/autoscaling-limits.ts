import data from '../data/autoscaling.json' with { type: 'json' }
import { fact } from './dated-facts.js'
import type { AutoscalingLimits } from './limits.js'

/** Limits and rates of Lakebase Autoscaling in compute units of 2 GB, each with its own date. */
export const autoscalingLimits: AutoscalingLimits = {
  product: 'autoscaling',
  memoryGbPerCu: fact(data.memoryGbPerCu),
  cacheShareOfMemory: fact(data.cacheShareOfMemory),
  bulkRowsPerSecondPerCu: fact(data.bulkRowsPerSecondPerCu),
  incrementalRowsPerSecondPerCu: fact(data.incrementalRowsPerSecondPerCu),
  readsPerSecondPerCu: fact(data.readsPerSecondPerCu),
  syncOverheadMinutes: fact(data.syncOverheadMinutes),
  benchmarkRowBytes: fact(data.benchmarkRowBytes),
  connectionsPerSyncedTable: fact(data.connectionsPerSyncedTable),
  sizes: fact(data.sizes),
  uiSizes: fact(data.uiSizes),
  connections: fact(data.connections),
  connectionsMinCuFactor: fact(data.connectionsMinCuFactor),
  poolerClients: fact(data.poolerClients),
  scaleToZeroSeconds: fact(data.scaleToZeroSeconds),
  haComputes: fact(data.haComputes),
  maxReadReplicas: fact(data.maxReadReplicas),
}
