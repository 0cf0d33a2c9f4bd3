SELECT DISTINCT i.i_item_id, i.i_item_desc, i.i_current_price
FROM item i
WHERE i.i_current_price >= 20 AND i.i_current_price <= 50
  AND i.i_manufact_id = ANY ('{2,3,5,7,11,13,17,19,23}'::int[])
  AND EXISTS (SELECT FROM catalog_sales cs WHERE cs.cs_item_sk = i.i_item_sk)
  AND EXISTS (
    SELECT FROM inventory inv JOIN date_dim d ON d.d_date_sk = inv.inv_date_sk
    WHERE inv.inv_item_sk = i.i_item_sk AND inv.inv_quantity_on_hand BETWEEN 100 AND 500
      AND d.d_date BETWEEN '2000-05-12' AND '2000-07-11')
ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST
LIMIT 100
