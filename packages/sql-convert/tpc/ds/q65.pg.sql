WITH revenue AS (
  SELECT ss.ss_store_sk, ss.ss_item_sk, sum(ss.ss_sales_price) AS total,
         avg(sum(ss.ss_sales_price)) OVER (PARTITION BY ss.ss_store_sk) AS typical
  FROM store_sales ss
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 2000
  GROUP BY ss.ss_store_sk, ss.ss_item_sk
)
SELECT s.s_store_name, i.i_item_desc, r.total, i.i_current_price, i.i_wholesale_cost, i.i_brand
FROM revenue r
JOIN store s ON s.s_store_sk = r.ss_store_sk
JOIN item i ON i.i_item_sk = r.ss_item_sk
WHERE r.total * 10 <= r.typical
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST, 5 NULLS FIRST, 6 NULLS FIRST
LIMIT 100
