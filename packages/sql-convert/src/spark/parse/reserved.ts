const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/**
 * Words that end an expression or begin a clause, so that without quotes they are no alias and no name
 * here. Databricks itself reserves fewer (ANTI, CROSS, EXCEPT, FULL, INNER, … only as table aliases, and
 * NULL, DEFAULT, TRUE, FALSE, LATERAL as names): the others are ambiguous where they stand bare.
 * Source: docs.databricks.com, SQL reference, "Reserved words", read 2026-11.
 */
export const RESERVED = words(
  `ALL AND ANTI AS BETWEEN BY CASE CLUSTER CROSS DISTRIBUTE ELSE EXCEPT FALSE FROM FULL GROUP HAVING ILIKE
   IN INNER INTERSECT IS JOIN LATERAL LEFT LIKE LIMIT MINUS NATURAL NOT NULL OFFSET ON OR ORDER QUALIFY
   REGEXP RIGHT RLIKE SELECT SEMI SORT THEN TRUE UNION USING WHEN WHERE`,
)

/** Reserved words that may still name a column where nothing else can stand. */
export const NAMEABLE = words('ALL')

/** Reserved words that may still call a function: `left('abc', 2)`. */
export const CALLABLE = words('ALL ILIKE LEFT LIKE NOT REGEXP RIGHT RLIKE')
