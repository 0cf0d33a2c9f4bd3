SELECT i_item_id, i_item_desc, i_category, i_class, i_current_price,
       sum(cs_ext_sales_price) AS itemrevenue,
       sum(cs_ext_sales_price) * 100 / sum(sum(cs_ext_sales_price)) OVER (PARTITION BY i_class) AS revenueratio
FROM catalog_sales
JOIN item ON cs_item_sk = i_item_sk
JOIN date_dim ON cs_sold_date_sk = d_date_sk
WHERE i_category IN ('Jewelry', 'Women', 'Shoes')
  AND d_date BETWEEN to_date('2001-03-15') AND date_add(DAY, 30, DATE '2001-03-15')
GROUP BY ALL
ORDER BY i_category, i_class, i_item_id, i_item_desc, revenueratio
LIMIT 100
