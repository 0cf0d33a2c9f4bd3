WITH refunded AS (
  SELECT cs.cs_item_sk
  FROM catalog_sales cs
  JOIN catalog_returns cr ON (cr.cr_item_sk, cr.cr_order_number) = (cs.cs_item_sk, cs.cs_order_number)
  GROUP BY cs.cs_item_sk
  HAVING sum(cs.cs_ext_list_price) > 2 * sum(cr.cr_refunded_cash + cr.cr_reversed_charge + cr.cr_store_credit)
), crossed AS (
  SELECT i.i_product_name, i.i_item_sk, s.s_store_name, s.s_zip,
         b.ca_street_number AS b_number, b.ca_street_name AS b_street, b.ca_city AS b_city, b.ca_zip AS b_zip,
         h.ca_street_number AS h_number, h.ca_street_name AS h_street, h.ca_city AS h_city, h.ca_zip AS h_zip,
         d.d_year, count(*) AS lines, sum(ss.ss_wholesale_cost) AS cost, sum(ss.ss_list_price) AS list, sum(ss.ss_coupon_amt) AS coupon
  FROM store_sales ss
  JOIN store_returns sr ON sr.sr_ticket_number = ss.ss_ticket_number AND sr.sr_item_sk = ss.ss_item_sk
  JOIN item i ON i.i_item_sk = ss.ss_item_sk AND i.i_color IN ('red', 'navy', 'plum', 'ivory', 'olive', 'khaki')
    AND i.i_current_price BETWEEN 6 AND 85
  JOIN store s ON s.s_store_sk = ss.ss_store_sk
  JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year IN (1999, 2000)
  JOIN customer c ON c.c_customer_sk = ss.ss_customer_sk
  JOIN customer_demographics cd1 ON cd1.cd_demo_sk = ss.ss_cdemo_sk
  JOIN customer_demographics cd2 ON cd2.cd_demo_sk = c.c_current_cdemo_sk AND cd2.cd_marital_status != cd1.cd_marital_status
  JOIN household_demographics hd1 ON hd1.hd_demo_sk = ss.ss_hdemo_sk
  JOIN household_demographics hd2 ON hd2.hd_demo_sk = c.c_current_hdemo_sk
  JOIN income_band ib1 ON ib1.ib_income_band_sk = hd1.hd_income_band_sk
  JOIN income_band ib2 ON ib2.ib_income_band_sk = hd2.hd_income_band_sk
  JOIN customer_address b ON b.ca_address_sk = ss.ss_addr_sk
  JOIN customer_address h ON h.ca_address_sk = c.c_current_addr_sk
  JOIN promotion p ON p.p_promo_sk = ss.ss_promo_sk
  JOIN date_dim first_sale ON first_sale.d_date_sk = c.c_first_sales_date_sk
  JOIN date_dim first_ship ON first_ship.d_date_sk = c.c_first_shipto_date_sk
  WHERE ss.ss_item_sk IN (TABLE refunded)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, first_sale.d_year, first_ship.d_year
)
SELECT a.i_product_name, a.s_store_name, a.s_zip, a.b_number, a.b_street, a.b_city, a.b_zip, a.h_number, a.h_street, a.h_city, a.h_zip,
       a.d_year, a.lines, a.cost, a.list, a.coupon, z.cost, z.list, z.coupon, z.d_year, z.lines
FROM crossed a
JOIN crossed z ON (z.i_item_sk, z.s_store_name, z.s_zip) = (a.i_item_sk, a.s_store_name, a.s_zip) AND z.lines <= a.lines
WHERE a.d_year = 1999 AND z.d_year = 2000
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 21, 14, 17, 15, 18, 16, 19, 7, 11
