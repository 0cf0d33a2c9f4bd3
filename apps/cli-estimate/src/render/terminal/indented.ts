import type { Paint } from '@lakebase/cli-kit'

/** A table under its section's title: its head is dim. */
export function indented(rows: readonly string[], paint: Paint): readonly string[] {
  return rows.map((row, index) => `  ${index === 0 ? paint.dim(row) : row}`)
}
