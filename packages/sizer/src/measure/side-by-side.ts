/**
 * Works on the items, no more than `atOnce` at a time; the results keep the order of the items. The
 * first failure ends it, once all that was under way has ended too: nothing runs on unseen.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>()
  const queue = items.entries()
  const worker = async () => {
    for (const [at, item] of queue) results.set(at, await work(item))
  }
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, worker)
  await Promise.allSettled(workers)
  await Promise.all(workers)
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result)
}
