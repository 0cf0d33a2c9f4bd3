import fields from '../data/bundle-fields.json' with { type: 'json' }

/** A field of a Lakebase resource: what it holds. */
export interface FieldFact {
  readonly kind: string
  readonly required?: boolean
  readonly values?: readonly string[]
}

/** By path, such as `new_pipeline_spec.storage_catalog` and `permissions[].level`. */
export type FieldFacts = ReadonlyMap<string, FieldFact>

/** The Lakebase resource types of both products, by name. */
export const lakebaseTypes: ReadonlyMap<string, FieldFacts> = new Map(
  Object.entries(fields.types).map(([type, byPath]) => [
    type,
    new Map<string, FieldFact>(Object.entries(byPath)),
  ]),
)
