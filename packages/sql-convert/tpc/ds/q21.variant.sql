SELECT w_warehouse_name, i_item_id,
       sum(if(d_date < '2000-07-11', inv_quantity_on_hand, 0)) AS inv_before,
       sum(if(d_date >= '2000-07-11', inv_quantity_on_hand, 0)) AS inv_after
FROM inventory
JOIN warehouse ON inv_warehouse_sk = w_warehouse_sk
JOIN item ON i_item_sk = inv_item_sk
JOIN date_dim ON inv_date_sk = d_date_sk
WHERE i_current_price BETWEEN 5.99 AND 61.49
  AND abs(datediff(DAY, DATE '2000-07-11', d_date)) <= 30
GROUP BY w_warehouse_name, i_item_id
HAVING try_divide(inv_after, inv_before) BETWEEN 2 / 3 AND 3 / 2 AND inv_before > 0
ORDER BY w_warehouse_name, i_item_id
LIMIT 100
