import type { Scenario } from '@lakebase/loadtest'

export const sampleScenario: Scenario = {
  name: 'shop, the evening of a sale',
  seed: 42,
  driver: 'wire',
  connections: 32,
  connectTimeoutMs: 10_000,
  statementTimeoutMs: 5000,
  maxTries: 3,
  scripts: [
    {
      id: 'order_by_id',
      weight: 70,
      variables: ['order_id'],
      steps: [
        { kind: 'set', slot: 0, generator: { kind: 'uniform', from: 1, to: 90_000 } },
        {
          kind: 'statement',
          id: 'order_by_id',
          sql: 'SELECT order_id, customer_id, status, total FROM orders WHERE order_id = $1',
          parameters: [0],
        },
      ],
    },
    {
      id: 'orders_of_customer',
      weight: 25,
      variables: ['customer_id'],
      steps: [
        {
          kind: 'set',
          slot: 0,
          generator: { kind: 'zipfian', from: 1, to: 20_000, exponent: 0.99 },
        },
        {
          kind: 'statement',
          id: 'orders_of_customer',
          sql: "SELECT o.order_id, o.placed_at, o.total, count(i.*) AS items FROM orders o JOIN order_items i USING (order_id) WHERE o.customer_id = $1 AND o.status <> 'cancelled' GROUP BY o.order_id ORDER BY o.placed_at DESC LIMIT 20",
          parameters: [0],
        },
      ],
    },
    {
      id: 'place_order',
      weight: 5,
      variables: ['customer_id', 'product_id'],
      steps: [
        { kind: 'set', slot: 0, generator: { kind: 'uniform', from: 1, to: 20_000 } },
        { kind: 'set', slot: 1, generator: { kind: 'uniform', from: 1, to: 500 } },
        { kind: 'statement', id: 'begin', sql: 'BEGIN', parameters: [] },
        {
          kind: 'statement',
          id: 'insert_cart',
          sql: 'INSERT INTO cart_items (customer_id, product_id, quantity) VALUES ($1, $2, 1)',
          parameters: [0, 1],
        },
        { kind: 'statement', id: 'commit', sql: 'COMMIT', parameters: [] },
      ],
    },
  ],
  load: {
    model: 'open',
    arrivals: 'poisson',
    stages: [
      { name: 'warm-up', durationMs: 10_000, fromRate: 200, toRate: 2000, measured: false },
      { name: 'sale', durationMs: 60_000, fromRate: 2000, toRate: 2000, measured: true },
    ],
  },
  objectives: [
    { metric: 'latency', percentile: 99, atMostMs: 10 },
    { metric: 'latency', percentile: 50, atMostMs: 2 },
    { metric: 'errors', atMost: 0.001 },
    { metric: 'throughput', atLeast: 1900 },
  ],
}
