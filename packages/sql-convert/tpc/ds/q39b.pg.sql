WITH spread AS (
  SELECT inv.inv_warehouse_sk AS warehouse, inv.inv_item_sk AS item, d.d_moy AS month,
         avg(inv.inv_quantity_on_hand)::float8 AS mean,
         stddev_samp(inv.inv_quantity_on_hand)::float8 / nullif(avg(inv.inv_quantity_on_hand), 0)::float8 AS cov
  FROM inventory inv
  JOIN date_dim d ON d.d_date_sk = inv.inv_date_sk AND d.d_year = 2000 AND d.d_moy IN (3, 4)
  GROUP BY GROUPING SETS ((1, 2, 3))
)
SELECT a.warehouse, a.item, 3, a.mean, a.cov, b.warehouse, b.item, 4, b.mean, b.cov
FROM spread a
JOIN spread b USING (warehouse, item)
WHERE a.month = 3 AND b.month = 4 AND a.cov > 0.8 AND b.cov > 0.5
ORDER BY a.warehouse, a.item
