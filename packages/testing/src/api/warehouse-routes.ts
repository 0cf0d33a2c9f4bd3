import type { Route } from '../server/route.js'

export interface Warehouse {
  readonly id: string
  readonly name: string
  readonly state: 'DELETED' | 'DELETING' | 'RUNNING' | 'STARTING' | 'STOPPED' | 'STOPPING'
  /** `Small`, ... */
  readonly cluster_size?: string
  readonly warehouse_type?: 'CLASSIC' | 'PRO'
  readonly enable_serverless_compute?: boolean
}

export function warehouseRoutes(warehouses: readonly Warehouse[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/2.0/sql/warehouses',
      answer: () => ({ status: 200, body: { warehouses } }),
    },
  ]
}
