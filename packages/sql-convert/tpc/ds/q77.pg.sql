WITH days AS MATERIALIZED (SELECT d_date_sk FROM date_dim WHERE d_date >= '2000-08-03' AND d_date < date '2000-08-03' + 31),
back AS (
  SELECT 'store channel' AS channel, sr_store_sk AS id, sum(sr_return_amt) AS amount, sum(sr_net_loss) AS loss
  FROM store_returns JOIN days ON d_date_sk = sr_returned_date_sk GROUP BY 2
  UNION ALL
  SELECT 'web channel', wr_web_page_sk, sum(wr_return_amt), sum(wr_net_loss)
  FROM web_returns JOIN days ON d_date_sk = wr_returned_date_sk GROUP BY 2
), sold AS (
  SELECT 'store channel' AS channel, ss_store_sk AS id, sum(ss_ext_sales_price) AS amount, sum(ss_net_profit) AS profit
  FROM store_sales JOIN days ON d_date_sk = ss_sold_date_sk WHERE ss_store_sk IS NOT NULL GROUP BY 2
  UNION ALL
  SELECT 'web channel', ws_web_page_sk, sum(ws_ext_sales_price), sum(ws_net_profit)
  FROM web_sales JOIN days ON d_date_sk = ws_sold_date_sk WHERE ws_web_page_sk IS NOT NULL GROUP BY 2
), combined AS (
  SELECT channel, id, s.amount AS sales, coalesce(b.amount, 0) AS returned, s.profit - coalesce(b.loss, 0) AS profit
  FROM sold s LEFT JOIN back b USING (channel, id)
  UNION ALL
  SELECT 'catalog channel', cs.id, cs.amount, cr.amount, cs.profit - cr.loss
  FROM (SELECT cs_call_center_sk AS id, sum(cs_ext_sales_price) AS amount, sum(cs_net_profit) AS profit
        FROM catalog_sales WHERE cs_sold_date_sk IN (TABLE days) GROUP BY 1) cs
  CROSS JOIN (SELECT sum(cr_return_amount) AS amount, sum(cr_net_loss) AS loss
              FROM catalog_returns WHERE cr_returned_date_sk IN (TABLE days)) cr
)
SELECT channel, id, sum(sales), sum(returned), sum(profit)
FROM combined
GROUP BY ROLLUP (channel, id)
ORDER BY channel NULLS FIRST, id NULLS FIRST, sum(sales) NULLS FIRST
LIMIT 100
