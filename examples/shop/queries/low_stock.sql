/* Products to be ordered again: little free stock, sold within the last month,
   and not on order already. */
WITH free AS (
  SELECT sku, sum(on_hand - reserved) AS units, count_if(on_hand = 0) AS empty_warehouses
  FROM main.shop.inventory
  GROUP BY sku
), sold AS (
  SELECT i.sku, sum(i.quantity) AS units
  FROM main.shop.order_items i
  JOIN main.shop.orders o ON o.order_id = i.order_id
  WHERE o.placed_at >= current_timestamp() - INTERVAL 30 DAYS
  GROUP BY i.sku
)
SELECT f.sku, f.units, f.empty_warehouses, s.units DIV 30 AS sold_a_day
FROM free f
JOIN sold s ON s.sku <=> f.sku
LEFT ANTI JOIN main.shop.orders o ON o.status = concat('restock:', f.sku)
WHERE f.units < s.units / 4
ORDER BY f.units;
