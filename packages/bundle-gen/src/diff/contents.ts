import { textOf, valueAt } from '../read/bundle-value.js'
import { resourceId } from '../read/resource-id.js'
import type { Resource, TargetView } from '../read/target-view.js'

/** What lives in a resource and goes with it: the branches of a project, the tables of a branch. */
export function contentsOf(container: Resource, view: TargetView): readonly Resource[] {
  const id = resourceId(container.type, container.value)
  if (id === undefined) return []
  if (container.type === 'database_instances') {
    return view.resources.filter(
      ({ value }) => textOf(valueAt(value, 'database_instance_name')) === id,
    )
  }
  if (container.type !== 'postgres_projects' && container.type !== 'postgres_branches') return []
  return view.resources.filter((one) => one !== container && isWithin(one, id))
}

function isWithin({ value }: Resource, id: string): boolean {
  return ['parent', 'branch'].some((field) => {
    const path = textOf(valueAt(value, field))
    return path === id || path?.startsWith(`${id}/`) === true
  })
}
