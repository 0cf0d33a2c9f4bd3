/** A generator as a scenario file writes it: `{ column: 'shop.orders.order_id' }`. */
export type WrittenGenerator = Readonly<
  Record<string, string | number | boolean | readonly (string | number | boolean)[] | object>
>

/** A parameter of a query, with a first way to draw it. */
export interface DraftedParameter {
  readonly name: string
  readonly generator: WrittenGenerator
  /** What it was taken from, in words. */
  readonly because: string
  /** True where the query does not say what the value is. */
  readonly isGuess: boolean
}
