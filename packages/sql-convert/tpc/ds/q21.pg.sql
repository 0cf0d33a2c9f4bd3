WITH stock AS (
  SELECT w.w_warehouse_name, i.i_item_id,
         coalesce(sum(inv.inv_quantity_on_hand) FILTER (WHERE d.d_date < '2000-07-11'), 0) AS before,
         coalesce(sum(inv.inv_quantity_on_hand) FILTER (WHERE d.d_date >= '2000-07-11'), 0) AS after
  FROM inventory inv
  JOIN warehouse w ON w.w_warehouse_sk = inv.inv_warehouse_sk
  JOIN item i ON i.i_item_sk = inv.inv_item_sk AND i.i_current_price BETWEEN 5.99 AND 61.49
  JOIN date_dim d ON d.d_date_sk = inv.inv_date_sk
  WHERE d.d_date BETWEEN date '2000-07-11' - 30 AND date '2000-07-11' + 30
  GROUP BY 1, 2
)
SELECT * FROM stock
WHERE before > 0 AND 3 * after >= 2 * before AND 2 * after <= 3 * before
ORDER BY w_warehouse_name NULLS FIRST, i_item_id NULLS FIRST
LIMIT 100
