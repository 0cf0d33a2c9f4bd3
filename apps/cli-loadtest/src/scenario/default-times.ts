/** Of a run for which nobody says how long. */
export const DEFAULT_DURATION = '30s'
export const DEFAULT_WARM_UP = '5s'
