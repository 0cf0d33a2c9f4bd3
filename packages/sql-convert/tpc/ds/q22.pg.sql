SELECT i.i_product_name, i.i_brand, i.i_class, i.i_category, avg(inv.inv_quantity_on_hand)::float8
FROM inventory inv
JOIN item i ON i.i_item_sk = inv.inv_item_sk
JOIN date_dim d ON d.d_date_sk = inv.inv_date_sk AND d.d_date >= '2000-02-01' AND d.d_date < '2001-02-01'
GROUP BY ROLLUP (i.i_product_name, i.i_brand, i.i_class, i.i_category)
ORDER BY 5 NULLS FIRST, 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST
LIMIT 100
