WITH period AS (
  SELECT ws.ws_item_sk, ws.ws_ext_discount_amt
  FROM web_sales ws JOIN date_dim d ON d.d_date_sk = ws.ws_sold_date_sk
  WHERE d.d_date BETWEEN date '2000-01-27' AND date '2000-01-27' + interval '90 days'
)
SELECT sum(p.ws_ext_discount_amt)
FROM period p
JOIN item i ON i.i_item_sk = p.ws_item_sk AND i.i_manufact_id = ANY ('{2,5,8,14,20}'::int[])
JOIN (SELECT ws_item_sk, avg(ws_ext_discount_amt) AS mean FROM period GROUP BY 1) m ON m.ws_item_sk = p.ws_item_sk
WHERE p.ws_ext_discount_amt > 1.3 * m.mean
