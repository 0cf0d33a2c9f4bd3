SELECT i_item_id, i_item_desc, i_category, i_class, i_current_price, itemrevenue,
       itemrevenue * 100 / sum(itemrevenue) OVER (PARTITION BY i_class) AS revenueratio
FROM (
  FROM store_sales
  |> JOIN item ON ss_item_sk = i_item_sk
  |> JOIN date_dim ON ss_sold_date_sk = d_date_sk
  |> WHERE i_category IN ('Sports', 'Music', 'Women') AND d_date BETWEEN DATE '2000-02-22' AND DATE '2000-02-22' + 30
  |> AGGREGATE sum(ss_ext_sales_price) AS itemrevenue GROUP BY i_item_id, i_item_desc, i_category, i_class, i_current_price
)
ORDER BY i_category, i_class, i_item_id, i_item_desc, revenueratio
