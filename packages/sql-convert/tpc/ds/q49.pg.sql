WITH lines (channel, item, day, quantity, paid, back_quantity, back_amount) AS (
  SELECT 'web', ws_item_sk, ws_sold_date_sk, ws_quantity, ws_net_paid, wr_return_quantity, wr_return_amt
  FROM web_sales JOIN web_returns ON wr_order_number = ws_order_number AND wr_item_sk = ws_item_sk WHERE ws_net_profit > 1
  UNION ALL
  SELECT 'catalog', cs_item_sk, cs_sold_date_sk, cs_quantity, cs_net_paid, cr_return_quantity, cr_return_amount
  FROM catalog_sales JOIN catalog_returns ON cr_order_number = cs_order_number AND cr_item_sk = cs_item_sk WHERE cs_net_profit > 1
  UNION ALL
  SELECT 'store', ss_item_sk, ss_sold_date_sk, ss_quantity, ss_net_paid, sr_return_quantity, sr_return_amt
  FROM store_sales JOIN store_returns ON sr_ticket_number = ss_ticket_number AND sr_item_sk = ss_item_sk WHERE ss_net_profit > 1
), ratios AS (
  SELECT channel, item,
         coalesce(sum(back_quantity), 0)::numeric / sum(quantity) AS returned, sum(back_amount) / sum(paid) AS paid_back
  FROM lines JOIN date_dim ON d_date_sk = day AND d_date >= '2001-07-01' AND d_date < '2002-01-01'
  WHERE back_amount > 100 AND paid > 0 AND quantity > 0
  GROUP BY channel, item
), ranked AS (
  SELECT channel, item, returned,
         rank() OVER (PARTITION BY channel ORDER BY returned) AS by_quantity,
         rank() OVER (PARTITION BY channel ORDER BY paid_back) AS by_amount
  FROM ratios
)
SELECT * FROM ranked
WHERE least(by_quantity, by_amount) <= 10
ORDER BY channel, by_quantity, by_amount, item
LIMIT 100
