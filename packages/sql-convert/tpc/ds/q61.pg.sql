SELECT sum(ss.ss_ext_sales_price) FILTER (WHERE promoted), sum(ss.ss_ext_sales_price),
       sum(ss.ss_ext_sales_price) FILTER (WHERE promoted) / sum(ss.ss_ext_sales_price) * 100
FROM store_sales ss
LEFT JOIN promotion p ON p.p_promo_sk = ss.ss_promo_sk
CROSS JOIN LATERAL (SELECT coalesce('Y' IN (p.p_channel_dmail, p.p_channel_email, p.p_channel_tv), false) AS promoted) mark
JOIN store s ON s.s_store_sk = ss.ss_store_sk AND s.s_gmt_offset = -5
JOIN item i ON i.i_item_sk = ss.ss_item_sk AND i.i_category IN ('Jewelry', 'Music')
JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk AND ca.ca_gmt_offset = -5
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_date BETWEEN '2000-11-01' AND '2000-11-30'
