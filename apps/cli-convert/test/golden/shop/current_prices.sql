-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/current_prices.sql
-- Statements: 1 converted.
-- Needs spark_compat: to_string.
-- Run spark_compat.sql first.
-- Parameters of statement 1 (line 2): $1 = :skus, $2 = :currency

-- The valid price of each product of a basket. QUALIFY keeps the newest one.
SELECT c1 AS sku, c2 AS title, c3 AS price, c4 AS currency
FROM (
  SELECT
    p.sku,
    p.title,
    pr.price,
    pr.currency,
    row_number() OVER (PARTITION BY p.sku ORDER BY pr.valid_from DESC NULLS LAST)::int = 1
  FROM shop.products AS p JOIN shop.prices AS pr ON pr.sku = p.sku
  WHERE (p.sku = ANY (regexp_split_to_array(spark_compat.to_string($1), ',')))
    AND pr.currency = $2
    AND pr.valid_from <= current_date
) AS _q(c1, c2, c3, c4, _qualify)
WHERE _qualify;
