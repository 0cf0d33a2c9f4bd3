WITH inv AS (
  SELECT inv_warehouse_sk AS w, inv_item_sk AS i, d_moy AS m, avg(inv_quantity_on_hand) AS mean,
         try_divide(std(inv_quantity_on_hand), mean) AS cov
  FROM inventory JOIN date_dim ON inv_date_sk = d_date_sk
  WHERE d_year = 2000
  GROUP BY inv_warehouse_sk, inv_item_sk, d_moy
)
SELECT inv1.w, inv1.i, inv1.m, inv1.mean, inv1.cov, inv2.*
FROM inv inv1 JOIN inv inv2 ON inv1.w = inv2.w AND inv1.i = inv2.i AND inv2.m = inv1.m + 1
WHERE inv1.m = 3 AND inv1.cov > 0.5D AND inv2.cov > 0.5D
ORDER BY ALL
