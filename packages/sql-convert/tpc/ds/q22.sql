SELECT i_product_name, i_brand, i_class, i_category, avg(inv_quantity_on_hand) AS qoh
FROM inventory, date_dim, item
WHERE inv_date_sk = d_date_sk
  AND inv_item_sk = i_item_sk
  AND d_month_seq BETWEEN 1201 AND 1201 + 11
GROUP BY i_product_name, i_brand, i_class, i_category WITH ROLLUP
ORDER BY qoh, i_product_name, i_brand, i_class, i_category
LIMIT 100
