import * as v from 'valibot'

const INVALID_WAIT = 'must be 0s or between 5s and 50s'

/** Seconds of `0s` or `5s` ... `50s`, the only ones that the API takes. */
const waitTimeout = v.pipe(
  v.string(),
  v.regex(/^\d+s$/, INVALID_WAIT),
  v.transform((text) => Number(text.slice(0, -1))),
  v.check((seconds) => seconds === 0 || (seconds >= 5 && seconds <= 50), INVALID_WAIT),
)

/** The body of `POST /api/2.0/sql/statements`, as far as the fake understands it. */
export const statementRequest = v.object({
  statement: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  warehouse_id: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  wait_timeout: v.optional(waitTimeout, '10s'),
  on_wait_timeout: v.optional(v.picklist(['CONTINUE', 'CANCEL']), 'CONTINUE'),
  disposition: v.optional(v.literal('INLINE', 'only INLINE is served here'), 'INLINE'),
  format: v.optional(v.literal('JSON_ARRAY', 'only JSON_ARRAY is served here'), 'JSON_ARRAY'),
  row_limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  catalog: v.optional(v.string()),
  schema: v.optional(v.string()),
  parameters: v.optional(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
        value: v.nullish(v.string()),
        type: v.optional(v.string()),
      }),
    ),
    [],
  ),
})
