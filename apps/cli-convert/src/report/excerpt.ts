/** A line of a text, counted from 1; lines end as PostgreSQL ends them. */
export function lineOf(text: string, line: number): string {
  return text.split(/\r\n|\n|\r/)[line - 1] ?? ''
}
