-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Source: examples/shop/queries/reviews_of_product.sql
-- Statements: 2 converted.
-- Parameters of statement 2 (line 11): $1 = :sku

-- What the reviews of a product say: stars, and the words that come most often.
SELECT
  stars,
  count(*) AS reviews,
  (array_agg(body ORDER BY written_at DESC NULLS LAST) FILTER (WHERE written_at IS NOT NULL))[1] AS latest
FROM shop.reviews
WHERE sku = '${sku}'
GROUP BY stars
ORDER BY stars DESC NULLS LAST;

SELECT word, count(*) AS times
FROM
  shop.reviews,
  LATERAL (
    SELECT _e AS col
    FROM unnest(regexp_split_to_array(lower(body), '[^a-z]+')) WITH ORDINALITY AS _g(_e, _n)
  ) AS _g(word)
WHERE sku = $1 AND length(word) > 4
GROUP BY word
ORDER BY times DESC NULLS LAST, word NULLS FIRST
LIMIT 20;
