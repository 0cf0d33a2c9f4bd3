WITH sold AS (
  SELECT cs.cs_item_sk, cs.cs_ext_discount_amt AS discount, avg(cs.cs_ext_discount_amt) OVER (PARTITION BY cs.cs_item_sk) AS typical
  FROM catalog_sales cs
  JOIN date_dim d ON d.d_date_sk = cs.cs_sold_date_sk
  WHERE d.d_date BETWEEN '2000-01-27'::date AND '2000-01-27'::date + 90
)
SELECT sum(discount)
FROM sold JOIN item i ON i.i_item_sk = sold.cs_item_sk
WHERE i.i_manufact_id IN (3, 9, 12, 21) AND discount > typical * 1.3
