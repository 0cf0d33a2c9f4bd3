FROM store_sales
|> JOIN item ON ss_item_sk = i_item_sk
|> JOIN date_dim ON d_date_sk = ss_sold_date_sk
|> WHERE i_manufact_id IN (4, 11, 17) AND month(d_date) = 12
|> AGGREGATE sum(ss_ext_sales_price) AS sum_agg GROUP BY d_year, i_brand_id AS brand_id, i_brand AS brand
|> ORDER BY d_year, sum_agg DESC, brand_id
|> LIMIT 100
