WITH monthly AS (
  SELECT i.i_category, i.i_class, i.i_brand, s.s_store_name, s.s_company_name, d.d_moy, sum(ss.ss_sales_price) AS total
  FROM store_sales ss
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND date_trunc('year', d.d_date) = '2000-01-01'
  WHERE (i.i_category = ANY ('{Home,Books,Electronics}') AND i.i_class = ANY ('{bedding,fiction,cameras,monitors}'))
     OR (i.i_category = ANY ('{Shoes,Jewelry,Men}') AND i.i_class = ANY ('{womens,birdal,pants,mens}'))
  GROUP BY 1, 2, 3, 4, 5, 6
), beside AS (
  SELECT *, round(avg(total) OVER (PARTITION BY i_category, i_brand, s_store_name, s_company_name), 6) AS typical FROM monthly
)
SELECT * FROM beside
WHERE abs(total - typical) / nullif(typical, 0) > 0.1
ORDER BY total - typical NULLS FIRST, s_store_name NULLS FIRST, i_category, i_class, i_brand, d_moy
LIMIT 100
