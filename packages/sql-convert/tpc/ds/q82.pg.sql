SELECT i.i_item_id, i.i_item_desc, i.i_current_price
FROM item i
WHERE i.i_current_price BETWEEN 30 AND 60
  AND i.i_manufact_id IN (VALUES (1), (4), (6), (9), (10), (15), (16), (21), (25))
  AND i.i_item_sk IN (SELECT ss_item_sk FROM store_sales)
  AND i.i_item_sk IN (
    SELECT inv_item_sk FROM inventory JOIN date_dim ON d_date_sk = inv_date_sk
    WHERE d_date BETWEEN date '2001-06-08' AND date '2001-08-07' AND inv_quantity_on_hand >= 100 AND inv_quantity_on_hand <= 500)
GROUP BY 1, 2, 3
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
