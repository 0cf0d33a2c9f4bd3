SELECT count(*)
FROM store_sales ss
WHERE EXISTS (SELECT FROM time_dim t WHERE t.t_time_sk = ss.ss_sold_time_sk AND t.t_time >= 15 * 3600 + 1800 AND t.t_time < 16 * 3600)
  AND EXISTS (SELECT FROM household_demographics hd WHERE hd.hd_demo_sk = ss.ss_hdemo_sk AND hd.hd_dep_count = 7)
  AND ss.ss_store_sk IN (SELECT s_store_sk FROM store WHERE s_store_name = ANY ('{ese,able,anti}'))
