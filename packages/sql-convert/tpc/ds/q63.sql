SELECT *
FROM (
  SELECT i_manager_id, sum(ss_sales_price) AS sum_sales,
         avg(sum(ss_sales_price)) OVER (PARTITION BY i_manager_id) AS avg_monthly_sales
  FROM item, store_sales, date_dim, store
  WHERE ss_item_sk = i_item_sk AND ss_sold_date_sk = d_date_sk AND ss_store_sk = s_store_sk
    AND array_contains(sequence(1200, 1211), d_month_seq)
    AND ((i_category IN ('Books', 'Children', 'Electronics') AND i_class IN ('fiction', 'toddlers', 'cameras', 'portable'))
      OR (i_category IN ('Women', 'Music', 'Men') AND i_class IN ('dresses', 'pop', 'accessories', 'swimwear')))
  GROUP BY i_manager_id, d_moy
) tmp1
WHERE CASE WHEN avg_monthly_sales > 0 THEN abs(sum_sales - avg_monthly_sales) / avg_monthly_sales ELSE NULL END > 0.1
ORDER BY i_manager_id, avg_monthly_sales, sum_sales
LIMIT 100
