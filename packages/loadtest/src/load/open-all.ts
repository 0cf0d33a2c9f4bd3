/** So many logins at once do no server any harm. */
const OPENED_AT_ONCE = 16

/** Opens one after the other, a few at once. */
export async function openAll<Item>(
  items: readonly Item[],
  open: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const opener = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await open(item)
  }
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, opener))
}
