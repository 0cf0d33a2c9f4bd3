/**
 * Ends the first line of every resource that we write: a later run may change or remove it. Whoever
 * deletes the marker owns the resource from then on.
 */
export const MARKER = 'generated'

/** Ends a line whose value a later run must leave as it is. */
export const KEEP = 'keep'
