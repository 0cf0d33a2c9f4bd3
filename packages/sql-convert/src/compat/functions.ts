/** Texts of CREATE FUNCTION in the schema spark_compat, an overload each. */
export type CompatTexts = readonly string[]
