import type { KillMethod } from '@lakebase/testing'
import type { Place } from '../../test/open-gateway.js'

/** Where a login takes longer than the pause between two kills, no client could do anything: two are left alone. */
export function killOne({ gateway }: Place, how: KillMethod): void {
  if (gateway.open > 2) gateway.kill(how, 1)
}
