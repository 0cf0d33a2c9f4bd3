SELECT i.i_item_id, avg(cs.cs_quantity), avg(cs.cs_list_price)::numeric(11,6), avg(cs.cs_coupon_amt)::numeric(11,6),
       avg(cs.cs_sales_price)::numeric(11,6)
FROM catalog_sales cs
JOIN customer_demographics cd ON cd.cd_demo_sk = cs.cs_bill_cdemo_sk
  AND cd.cd_gender = 'M' AND cd.cd_marital_status ~ '[SUD]' AND cd.cd_education_status IN ('College', 'Unknown')
JOIN date_dim d ON d.d_date_sk = cs.cs_sold_date_sk AND extract(year FROM d.d_date) = 2000
JOIN item i ON i.i_item_sk = cs.cs_item_sk
JOIN promotion p ON p.p_promo_sk = cs.cs_promo_sk AND NOT (p.p_channel_email = 'Y' AND p.p_channel_event = 'Y')
GROUP BY i.i_item_id
ORDER BY i.i_item_id
LIMIT 100
