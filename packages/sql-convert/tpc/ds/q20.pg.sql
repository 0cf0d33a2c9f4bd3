SELECT i.i_item_id, i.i_item_desc, i.i_category, i.i_class, i.i_current_price, sum(cs.cs_ext_sales_price),
       100 * sum(cs.cs_ext_sales_price) / sum(sum(cs.cs_ext_sales_price)) OVER (PARTITION BY i.i_class) AS ratio
FROM catalog_sales cs, item i, date_dim d
WHERE i.i_item_sk = cs.cs_item_sk AND d.d_date_sk = cs.cs_sold_date_sk
  AND i.i_category IN ('Jewelry', 'Women', 'Shoes')
  AND d.d_date <@ daterange('2001-03-15', '2001-04-14', '[]')
GROUP BY i.i_item_id, i.i_item_desc, i.i_category, i.i_class, i.i_current_price
ORDER BY i.i_category NULLS FIRST, i.i_class NULLS FIRST, i.i_item_id NULLS FIRST, i.i_item_desc NULLS FIRST, ratio NULLS FIRST
LIMIT 100
