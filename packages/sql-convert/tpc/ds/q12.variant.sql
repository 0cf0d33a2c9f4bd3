SELECT i_item_id, i_item_desc, i_category, i_class, i_current_price, itemrevenue,
       itemrevenue * 100 / sum(itemrevenue) OVER by_class AS revenueratio
FROM (
  SELECT item.* EXCEPT (i_item_sk), sum(ws_ext_sales_price) AS itemrevenue
  FROM (SELECT i_item_sk, i_item_id, i_item_desc, i_category, i_class, i_current_price FROM item) item
  JOIN web_sales ON ws_item_sk = i_item_sk
  JOIN date_dim ON ws_sold_date_sk = d_date_sk
  WHERE array_contains(array('Sports', 'Books', 'Home'), i_category)
    AND datediff(d_date, '2000-02-22') BETWEEN 0 AND 60
  GROUP BY ALL
)
WINDOW by_class AS (PARTITION BY i_class)
ORDER BY i_category, i_class, i_item_id, i_item_desc, revenueratio
LIMIT 100
