WITH returned AS (
  SELECT sr.sr_customer_sk, sr.sr_store_sk, sum(sr.sr_fee) AS fee,
         avg(sum(sr.sr_fee)) OVER (PARTITION BY sr.sr_store_sk) AS typical
  FROM store_returns sr JOIN date_dim d ON d.d_date_sk = sr.sr_returned_date_sk
  WHERE d.d_year = 2000
  GROUP BY sr.sr_customer_sk, sr.sr_store_sk
)
SELECT c.c_customer_id
FROM returned r
JOIN store s ON s.s_store_sk = r.sr_store_sk AND s.s_state = 'TN'
JOIN customer c ON c.c_customer_sk = r.sr_customer_sk
WHERE r.fee > 1.2 * r.typical
ORDER BY c.c_customer_id NULLS FIRST
LIMIT 100
