WITH monthly AS (
  SELECT i.i_category, i.i_brand, cc.cc_name, d.d_year, d.d_moy, sum(cs.cs_sales_price) AS total,
         lag(sum(cs.cs_sales_price)) OVER w AS before, lead(sum(cs.cs_sales_price)) OVER w AS after,
         lag(true) OVER w AS has_before, lead(true) OVER w AS has_after,
         round(avg(sum(cs.cs_sales_price)) OVER (PARTITION BY i.i_category, i.i_brand, cc.cc_name, d.d_year), 6) AS typical
  FROM catalog_sales cs
  JOIN item i ON i.i_item_sk = cs.cs_item_sk
  JOIN call_center cc ON cc.cc_call_center_sk = cs.cs_call_center_sk
  JOIN date_dim d ON d.d_date_sk = cs.cs_sold_date_sk AND d.d_month_seq BETWEEN 1199 AND 1212
  GROUP BY i.i_category, i.i_brand, cc.cc_name, d.d_year, d.d_moy
  WINDOW w AS (PARTITION BY i.i_category, i.i_brand, cc.cc_name ORDER BY d.d_year, d.d_moy)
)
SELECT i_category, i_brand, cc_name, d_year, d_moy, typical, total, before, after
FROM monthly
WHERE d_year = 2000 AND has_before AND has_after AND typical > 0 AND abs(total - typical) / typical > 0.1
ORDER BY total - typical NULLS FIRST, cc_name, i_category, i_brand, d_moy
LIMIT 100
