WITH quarters AS (
  SELECT ca.ca_county,
         sum(sold.amount) FILTER (WHERE NOT web AND d.d_qoy = 2) AS s2, sum(sold.amount) FILTER (WHERE NOT web AND d.d_qoy = 3) AS s3,
         sum(sold.amount) FILTER (WHERE NOT web AND d.d_qoy = 4) AS s4, sum(sold.amount) FILTER (WHERE web AND d.d_qoy = 2) AS w2,
         sum(sold.amount) FILTER (WHERE web AND d.d_qoy = 3) AS w3, sum(sold.amount) FILTER (WHERE web AND d.d_qoy = 4) AS w4
  FROM (
    SELECT false AS web, ss_sold_date_sk AS day, ss_addr_sk AS address, ss_ext_sales_price AS amount FROM store_sales
    UNION ALL
    SELECT true, ws_sold_date_sk, ws_bill_addr_sk, ws_ext_sales_price FROM web_sales
  ) sold
  JOIN date_dim d ON d.d_date_sk = sold.day AND d.d_year = 1999
  JOIN customer_address ca ON ca.ca_address_sk = sold.address
  WHERE ca.ca_county IS NOT NULL
  GROUP BY ca.ca_county
)
SELECT ca_county, 1999, w3 / w2, s3 / s2, w4 / w3, s4 / s3
FROM quarters
WHERE least(s2, s3, w2, w3) > 0 AND w3 / w2 > s3 / s2 AND w4 / w3 > s4 / s3 / 2
ORDER BY ca_county
