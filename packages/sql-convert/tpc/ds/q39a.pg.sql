WITH spread AS (
  SELECT inv.inv_warehouse_sk AS warehouse, inv.inv_item_sk AS item, d.d_moy AS month,
         avg(inv.inv_quantity_on_hand)::float8 AS mean,
         stddev(inv.inv_quantity_on_hand)::float8 / nullif(avg(inv.inv_quantity_on_hand), 0)::float8 AS cov
  FROM inventory inv
  JOIN date_dim d ON d.d_date_sk = inv.inv_date_sk AND d.d_date BETWEEN '2000-03-01' AND '2000-04-30'
  GROUP BY 1, 2, 3
)
SELECT a.*, b.*
FROM spread a JOIN spread b ON b.warehouse = a.warehouse AND b.item = a.item AND b.month = 4
WHERE a.month = 3 AND a.cov > 0.5 AND b.cov > 0.5
ORDER BY a.warehouse, a.item
