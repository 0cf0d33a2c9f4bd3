WITH v1 AS (
  SELECT i_category, i_brand, s_store_name, d_year, d_moy, sum(ss_sales_price) AS sum_sales,
         avg(sum(ss_sales_price)) OVER (PARTITION BY i_category, i_brand, s_store_name, s_company_name, d_year) AS avg_monthly_sales,
         lag(sum(ss_sales_price)) OVER w AS psum, lead(sum(ss_sales_price)) OVER w AS nsum,
         lag(1) OVER w AS has_previous, lead(1) OVER w AS has_next
  FROM item
  JOIN store_sales ON ss_item_sk = i_item_sk
  JOIN date_dim ON ss_sold_date_sk = d_date_sk
  JOIN store ON ss_store_sk = s_store_sk
  WHERE d_date >= DATE '2000-01-01' - INTERVAL 1 MONTH AND d_date < DATE '2000-01-01' + INTERVAL '1-1' YEAR TO MONTH
  GROUP BY i_category, i_brand, s_store_name, s_company_name, d_year, d_moy
  WINDOW w AS (PARTITION BY i_category, i_brand, s_store_name, s_company_name ORDER BY d_year, d_moy)
)
SELECT i_category, i_brand, s_store_name, d_year, d_moy, avg_monthly_sales, sum_sales, psum, nsum
FROM v1
WHERE d_year = 2000 AND has_previous IS NOT NULL AND has_next IS NOT NULL
  AND avg_monthly_sales > 0 AND abs(sum_sales - avg_monthly_sales) / avg_monthly_sales > 0.1
ORDER BY sum_sales - avg_monthly_sales, s_store_name, i_category, i_brand, d_moy
LIMIT 100
