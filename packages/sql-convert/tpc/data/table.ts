type Cell = number | string | null

export type Row = Readonly<Record<string, Cell>>

/** Rows by the name of their table. */
export type Tables = Readonly<Record<string, readonly Row[]>>

export function rows(count: number, row: (number: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, place) => row(place + 1))
}
