SELECT avg(ss.ss_quantity), round(avg(ss.ss_ext_sales_price), 6), round(avg(ss.ss_ext_wholesale_cost), 6),
       sum(ss.ss_ext_wholesale_cost)
FROM store_sales ss
JOIN store s ON s.s_store_sk = ss.ss_store_sk
JOIN date_dim d ON d.d_date_sk = ss.ss_sold_date_sk AND d.d_year = 2001
JOIN customer_demographics cd ON cd.cd_demo_sk = ss.ss_cdemo_sk
JOIN household_demographics hd ON hd.hd_demo_sk = ss.ss_hdemo_sk
JOIN customer_address ca ON ca.ca_address_sk = ss.ss_addr_sk AND ca.ca_country = 'United States'
WHERE CASE (cd.cd_marital_status || '/' || cd.cd_education_status)
        WHEN 'D/2 yr Degree' THEN ss.ss_sales_price BETWEEN 10 AND 150 AND hd.hd_dep_count >= 3
        WHEN 'S/Secondary' THEN ss.ss_sales_price BETWEEN 5 AND 100 AND hd.hd_dep_count <= 5
        WHEN 'W/Advanced Degree' THEN ss.ss_sales_price BETWEEN 15 AND 200 AND hd.hd_dep_count <= 8
        ELSE false
      END
  AND CASE
        WHEN ca.ca_state IN ('TX', 'OH', 'TN') THEN ss.ss_net_profit BETWEEN -1000 AND 2000
        WHEN ca.ca_state IN ('GA', 'IN') THEN ss.ss_net_profit BETWEEN -1500 AND 3000
        WHEN ca.ca_state IN ('CA', 'MS') THEN ss.ss_net_profit BETWEEN -5000 AND 250
        ELSE false
      END
