import type { CompatTexts } from './functions.js'

const OPEN = 'LANGUAGE sql IMMUTABLE PARALLEL SAFE'

/** Both ends belong to it. */
export const SEQUENCE_COMPAT: CompatTexts = [
  ...['int', 'bigint'].map(
    (
      type,
    ) => `CREATE FUNCTION spark_compat.sequence(start ${type}, stop ${type}, step ${type}) RETURNS ${type}[] ${OPEN}
RETURN CASE WHEN start IS NULL OR stop IS NULL OR step IS NULL THEN NULL
  WHEN start <> stop AND sign(step) <> sign(stop - start) THEN ARRAY['no way from ' || start || ' to ' || stop || ' by ' || step]::${type}[]
  ELSE ARRAY(SELECT s.item FROM generate_series(start, stop,
    coalesce(nullif(step, 0), CASE WHEN start <= stop THEN 1 ELSE -1 END)) AS s(item)) END`,
  ),
  // Each step is counted from the start: a month after 31 January is the end of February, two are 31 March.
  ...(['date', 'timestamp', 'timestamptz'] as const).map(
    (
      type,
    ) => `CREATE FUNCTION spark_compat.sequence(start ${type}, stop ${type}, step interval) RETURNS ${type}[]
${type === 'timestamptz' ? OPEN.replace('IMMUTABLE', 'STABLE') : OPEN}
RETURN CASE WHEN start IS NOT NULL AND stop IS NOT NULL AND step IS NOT NULL THEN ARRAY(
  SELECT (start + n.n * s.step)::${type}
  FROM (SELECT step) AS s,
    generate_series(0, CASE WHEN start = stop THEN 0
      WHEN sign(extract(epoch FROM s.step)) = sign(extract(epoch FROM stop::timestamp - start::timestamp))
      THEN ceil(extract(epoch FROM stop::timestamp - start::timestamp) / extract(epoch FROM s.step) * 1.1)::int + 1
      ELSE ('no way from ' || start || ' to ' || stop || ' by ' || s.step)::int END) AS n(n)
  WHERE CASE WHEN s.step >= interval '0' THEN start + n.n * s.step <= stop ELSE start + n.n * s.step >= stop END
  ORDER BY n.n) END`,
  ),
  // Without a step it goes to the other end by one, or by a day.
  ...(['int', 'bigint', 'date', 'timestamp', 'timestamptz'] as const).map((type) => {
    const step = type.endsWith('int') ? `1::${type}` : "interval '1 day'"
    return `CREATE FUNCTION spark_compat.sequence(start ${type}, stop ${type}) RETURNS ${type}[]
${type === 'timestamptz' ? OPEN.replace('IMMUTABLE', 'STABLE') : OPEN}
RETURN spark_compat.sequence(start, stop, CASE WHEN start <= stop THEN ${step} ELSE -${step} END)`
  }),
]
