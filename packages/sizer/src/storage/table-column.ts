import type { DatabricksType } from './type/databricks-type.js'
import type { PostgresType } from './type/postgres-type.js'

/** A column whose type has been understood. */
export interface TableColumn {
  readonly name: string
  readonly nullable: boolean
  readonly databricksType: DatabricksType
  readonly type: PostgresType
}
