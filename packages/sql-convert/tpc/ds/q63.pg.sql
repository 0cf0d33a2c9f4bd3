WITH monthly AS (
  SELECT i.i_manager_id, d.d_moy, sum(ss.ss_sales_price) AS total
  FROM store_sales ss
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_date BETWEEN '2000-01-01' AND '2000-12-31'
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
    AND CASE WHEN i.i_category = ANY ('{Books,Children,Electronics}') THEN i.i_class = ANY ('{fiction,toddlers,cameras,portable}')
             WHEN i.i_category = ANY ('{Women,Music,Men}') THEN i.i_class = ANY ('{dresses,pop,accessories,swimwear}') END
  GROUP BY i.i_manager_id, d.d_moy
)
SELECT i_manager_id, total, typical
FROM (SELECT *, round(avg(total) OVER (PARTITION BY i_manager_id), 6) AS typical FROM monthly) m
WHERE typical > 0 AND (total < 0.9 * typical OR total > 1.1 * typical)
ORDER BY 1 NULLS FIRST, 3, 2
LIMIT 100
