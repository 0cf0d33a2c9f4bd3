WITH chosen AS (
  SELECT i.i_item_id, s.s_state, ss.ss_quantity, ss.ss_list_price, ss.ss_coupon_amt, ss.ss_sales_price
  FROM store_sales ss
  JOIN customer_demographics cd ON cd.cd_demo_sk = ss.ss_cdemo_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN item i ON i.i_item_sk = ss.ss_item_sk
  WHERE cd.cd_gender || cd.cd_marital_status = 'FD' AND cd.cd_education_status IN ('Primary', 'College')
    AND d.d_year = 1999 AND s.s_state IN ('TN', 'GA', 'SD', 'MI')
)
SELECT i_item_id, s_state, 0, avg(ss_quantity), round(avg(ss_list_price), 6), round(avg(ss_coupon_amt), 6), round(avg(ss_sales_price), 6)
FROM chosen GROUP BY i_item_id, s_state
UNION ALL
SELECT i_item_id, NULL, 1, avg(ss_quantity), round(avg(ss_list_price), 6), round(avg(ss_coupon_amt), 6), round(avg(ss_sales_price), 6)
FROM chosen GROUP BY i_item_id
UNION ALL
SELECT NULL, NULL, 1, avg(ss_quantity), round(avg(ss_list_price), 6), round(avg(ss_coupon_amt), 6), round(avg(ss_sales_price), 6)
FROM chosen HAVING count(*) > 0
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST
LIMIT 100
