import { context, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { expect, test } from 'vitest'
import { telemetry } from '../src/otel.js'
import { errorOf } from './error-of.js'
import { openPlace } from './open-gateway.js'

test('reports a span and a duration for each call, and counts what went wrong', async () => {
  const spans = new InMemorySpanExporter()
  const tracer = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(spans)],
  }).getTracer('test')
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 600_000 })
  const meters = new MeterProvider({ readers: [reader] })
  const onEvent = telemetry({ tracer, meter: meters.getMeter('test'), attributes: { app: 'shop' } })

  const place = await openPlace()
  const db = place.open({ onEvent })
  await db.read`select generate_series(1, 3)`
  await errorOf(db.sql`select 1 / 0`)
  place.gateway.kill('reset')
  await db.read`select 1`
  for await (const _ of db.cursor`select generate_series(1, 5)`.rows(2));
  await place.close()
  await meters.forceFlush()

  const finished = spans.getFinishedSpans()
  expect(finished.map(({ name }) => name)).toEqual(['read', 'sql', 'read', 'cursor'])
  expect(finished[0]?.attributes).toEqual({
    ...{ 'db.system.name': 'postgresql', app: 'shop' },
    ...{ 'db.operation.name': 'read', 'db.response.returned_rows': 3 },
  })
  expect(finished[3]?.attributes).toMatchObject({ 'db.response.returned_rows': 5 })
  expect(finished[1]?.attributes).toMatchObject({ 'error.type': '22012' })
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics)
  const names = metrics.flatMap((scope) => scope.metrics.map(({ descriptor }) => descriptor.name))
  expect(names).toEqual(
    expect.arrayContaining([
      'db.client.operation.duration',
      'db.client.connection.create_time',
      'lakebase.token.refresh.duration',
      'lakebase.connection.lost',
    ]),
  )
  expect(trace.getSpan(context.active())).toBeUndefined()
})

test('a listener that throws ends no query, and is warned of', async () => {
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
  const place = await openPlace()
  const db = place.open({
    onEvent: () => {
      throw new Error('the log is full')
    },
  })
  expect(await db.read`select 1 as one`).toEqual([{ one: 1 }])
  expect(await warned).toMatchObject({ name: 'LakebaseWarning' })
  await place.close()
})
