import {
  type Attributes,
  type Meter,
  metrics,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import type { Emit, LakebaseEvent } from './event.js'

export interface TelemetryOptions {
  /** Default: of the global provider. */
  readonly meter?: Meter
  /** Default: of the global provider. */
  readonly tracer?: Tracer
  /** On every measurement and span: which database, when there are several. */
  readonly attributes?: Attributes
}

const SCOPE = '@lakebase/pg-client'

/**
 * An `onEvent` that reports to OpenTelemetry: a span and a duration for each call, by the names of its
 * conventions for databases (v1.33) where they have one. No statement, parameter or token is in it.
 *
 * @example
 * const db = lakebase({ onEvent: telemetry() })
 */
export function telemetry(options: TelemetryOptions = {}): Emit {
  const tracer = options.tracer ?? trace.getTracer(SCOPE)
  const common = { 'db.system.name': 'postgresql', ...options.attributes }
  const record = createRecorders(options.meter ?? metrics.getMeter(SCOPE), common)
  return (event) => {
    record(event)
    if (event.type === 'call') addSpan(tracer, event, common)
  }
}

function createRecorders(meter: Meter, common: Attributes): Emit {
  const seconds = (name: string) => meter.createHistogram(name, { unit: 's' })
  const calls = seconds('db.client.operation.duration')
  const connects = seconds('db.client.connection.create_time')
  const refreshes = seconds('lakebase.token.refresh.duration')
  const counts = {
    'token.error': meter.createCounter('lakebase.token.errors'),
    'connection.lost': meter.createCounter('lakebase.connection.lost'),
    'connect.retry': meter.createCounter('lakebase.connect.retries'),
    retry: meter.createCounter('lakebase.retries'),
    'commit.resolved': meter.createCounter('lakebase.commits.resolved'),
  }
  return (event) => {
    if (event.type === 'call')
      calls.record(event.ms / 1000, { ...common, ...callAttributes(event) })
    else if (event.type === 'connection.open') connects.record(event.ms / 1000, common)
    else if (event.type === 'token.refresh') refreshes.record(event.ms / 1000, common)
    else if (event.type === 'retry') counts.retry.add(1, { ...common, work: event.work })
    else if (event.type in counts) Reflect.get(counts, event.type).add(1, common)
  }
}

type Call = Extract<LakebaseEvent, { readonly type: 'call' }>

function callAttributes({ kind, failure }: Call): Attributes {
  return { 'db.operation.name': kind, ...(failure !== undefined && { 'error.type': failure }) }
}

/** The call is over; where it was made its context still is the active one. */
function addSpan(tracer: Tracer, event: Call, common: Attributes): void {
  const endMs = Date.now()
  const span = tracer.startSpan(event.kind, {
    kind: SpanKind.CLIENT,
    startTime: endMs - event.ms,
    attributes: {
      ...common,
      ...callAttributes(event),
      ...(event.rows !== undefined && { 'db.response.returned_rows': event.rows }),
    },
  })
  if (event.failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end(endMs)
}
