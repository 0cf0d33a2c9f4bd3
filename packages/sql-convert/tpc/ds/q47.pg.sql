WITH monthly AS (
  SELECT i.i_category, i.i_brand, s.s_store_name, s.s_company_name, d.d_year, d.d_moy, sum(ss.ss_sales_price) AS total
  FROM store_sales ss
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_date >= '1999-12-01' AND d.d_date < '2001-02-01'
  GROUP BY 1, 2, 3, 4, 5, 6
), around AS (
  SELECT i_category, i_brand, s_store_name, d_year, d_moy,
         round(avg(total) OVER (PARTITION BY i_category, i_brand, s_store_name, s_company_name, d_year), 6) AS typical,
         total, lag(total) OVER w AS before, lead(total) OVER w AS after,
         row_number() OVER w AS place, count(*) OVER (PARTITION BY i_category, i_brand, s_store_name, s_company_name) AS months
  FROM monthly
  WINDOW w AS (PARTITION BY i_category, i_brand, s_store_name, s_company_name ORDER BY d_year, d_moy)
)
SELECT i_category, i_brand, s_store_name, d_year, d_moy, typical, total, before, after
FROM around
WHERE d_year = 2000 AND place > 1 AND place < months AND typical > 0 AND abs(total - typical) > 0.1 * typical
  AND i_category IS NOT NULL AND i_brand IS NOT NULL AND s_store_name IS NOT NULL
ORDER BY total - typical NULLS FIRST, s_store_name, i_category, i_brand, d_moy
LIMIT 100
