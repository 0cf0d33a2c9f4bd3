export { computeLoad, computeWish, scalesToZero } from './compute-load.js'
export { gbPerRun, rowsPerRun } from './pipeline-volume.js'
