WITH sums AS (
  SELECT i.i_category, i.i_class, i.i_brand, i.i_product_name, d.d_year, d.d_qoy, d.d_moy, s.s_store_id,
         sum(coalesce(ss.ss_sales_price * ss.ss_quantity, 0)) AS total
  FROM store_sales ss
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_date >= '2000-01-01' AND d.d_date < '2001-01-01'
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  GROUP BY GROUPING SETS ((1, 2, 3, 4, 5, 6, 7, 8), (1, 2, 3, 4, 5, 6, 7), (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5), (1, 2, 3, 4),
                          (1, 2, 3), (1, 2), (1), ())
)
SELECT *
FROM (SELECT *, rank() OVER (PARTITION BY i_category ORDER BY total DESC NULLS LAST) AS place FROM sums) ranked
WHERE place < 26
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST, 5 NULLS FIRST, 6 NULLS FIRST, 7 NULLS FIRST, 8 NULLS FIRST, 9, 10
LIMIT 100
