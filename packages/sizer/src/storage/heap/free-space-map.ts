/** Bytes of free space are known to this many. Source: PostgreSQL 17, FSM_CAT_STEP, src/backend/storage/freespace/freespace.c. */
const CATEGORY_BYTES = 32

export interface FreeSpaceMap {
  /** What is left on a page, rounded down to a category. */
  record(page: number, freeBytes: number): void
  /** A page that has as much for sure: the next one after the last answer, as PostgreSQL spreads them. */
  find(neededBytes: number): number | undefined
}

/**
 * The free space map of a table: a binary tree whose leaves are pages and whose nodes hold the
 * greater of their children. Source: PostgreSQL 17, src/backend/storage/freespace/README.
 */
export function freeSpaceMap(): FreeSpaceMap {
  let leaves = 1024
  let tree = new Uint8Array(2 * leaves)
  let nextLeaf = 0

  function grow(): void {
    const wider = new Uint8Array(4 * leaves)
    wider.set(tree.subarray(leaves), 2 * leaves)
    leaves *= 2
    tree = wider
    for (let node = leaves - 1; node > 0; node--) raise(node)
  }

  function raise(node: number): void {
    tree[node] = Math.max(at(2 * node), at(2 * node + 1))
  }

  function at(node: number): number {
    return tree[node] ?? 0
  }

  return {
    record(page, freeBytes) {
      while (page >= leaves) grow()
      let node = leaves + page
      tree[node] = Math.floor(freeBytes / CATEGORY_BYTES)
      while (node > 1) {
        node >>= 1
        raise(node)
      }
    },
    find(neededBytes) {
      const needed = Math.ceil(neededBytes / CATEGORY_BYTES)
      if (at(1) < needed) return undefined
      let node = leaves + (nextLeaf % leaves)
      while (at(node) < needed) node = parentOfRightNeighbour(node)
      while (node < leaves) node = at(2 * node) >= needed ? 2 * node : 2 * node + 1
      nextLeaf = node - leaves + 1
      return node - leaves
    },
  }
}

/** To the right of the last node of a level comes the first one of it. */
function parentOfRightNeighbour(node: number): number {
  const right = node + 1
  const wraps = (right & (right - 1)) === 0
  return (wraps ? right >> 1 : right) >> 1
}
