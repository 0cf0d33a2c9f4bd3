WITH quarterly AS (
  SELECT i.i_manufact_id, sum(ss.ss_sales_price) AS total
  FROM store_sales ss
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 2000
  WHERE i.i_category IN ('Books', 'Children', 'Electronics') AND i.i_class IN ('fiction', 'toddlers', 'cameras', 'portable')
     OR i.i_category IN ('Women', 'Music', 'Men') AND i.i_class IN ('dresses', 'pop', 'accessories', 'swimwear')
  GROUP BY i.i_manufact_id, d.d_qoy
)
SELECT q.i_manufact_id, q.total, a.typical
FROM quarterly q
JOIN (SELECT i_manufact_id, round(avg(total), 6) AS typical FROM quarterly GROUP BY 1) a USING (i_manufact_id)
WHERE a.typical > 0 AND abs(q.total - a.typical) / a.typical > 0.1
ORDER BY a.typical, q.total, q.i_manufact_id
LIMIT 100
