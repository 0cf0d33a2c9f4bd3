SELECT i.i_item_id,
       avg(ss.ss_quantity), round(avg(ss.ss_list_price), 6), round(avg(ss.ss_coupon_amt), 6), round(avg(ss.ss_sales_price), 6)
FROM store_sales ss
JOIN customer_demographics cd ON cd.cd_demo_sk = ss.ss_cdemo_sk
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk
JOIN item i ON i.i_item_sk = ss.ss_item_sk
JOIN promotion p ON p.p_promo_sk = ss.ss_promo_sk
WHERE cd.cd_gender = 'F' AND cd.cd_marital_status = ANY ('{W,M}') AND cd.cd_education_status = 'Primary'
  AND 'N' IN (p.p_channel_email, p.p_channel_event) AND d.d_year IN (1999, 2000)
GROUP BY i.i_item_id
ORDER BY i.i_item_id
LIMIT 100
