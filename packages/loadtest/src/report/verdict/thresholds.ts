/**
 * From where on a verdict speaks, and why there. A tenth is used wherever a figure would be wrong by
 * that much: smaller errors drown in the difference between two runs of the same test.
 */
export const TENTH = 0.1

/** Of a transaction in a hundred hangs what p99 is: failures, retries and cache misses count from there. */
export const HUNDREDTH = 0.01

/** Timers of an idle event loop are up to a millisecond late, and one of two ticks apart more. */
export const IDLE_LATENESS_US = 2000

/**
 * Share of time that a saturated event loop is busy. At 0.9 an answer waits in its queue nine times
 * as long as handling it takes (utilization / (1 - utilization)).
 */
export const BUSY_LOOP = 0.9

/** With k samples beyond a percentile their number varies by 1 / sqrt(k): 10 leave a third. */
export const SAMPLES_BEYOND = 10

/** A new database is about 8 MB large (1,024 blocks), so that a first run reads its catalog and no more. */
export const BLOCKS_OF_A_CATALOG = 1024

/**
 * How much the correction for omitted requests moves p99 of a closed loop before that is a stall:
 * exponential times move it 1.06 times, log-normal ones (sigma 1) 1.6 times, with nothing hidden.
 */
export const HIDDEN_FACTOR = 2

/** Autovacuum looks every minute (autovacuum_naptime), so a shorter run may see none of it. */
export const SECONDS_OF_A_VACUUM = 60

/** Fewer seconds have no trend, nor a checkpoint (each 5 minutes, checkpoint_timeout). */
export const SECONDS_OF_A_TREND = 12
