WITH profits AS (
  SELECT ss_item_sk, avg(ss_net_profit) AS profit FROM store_sales WHERE ss_store_sk = 4
  GROUP BY ss_item_sk
  HAVING avg(ss_net_profit) > 0.9 * (SELECT avg(ss_net_profit) FROM store_sales WHERE ss_store_sk = 4 AND ss_hdemo_sk IS NULL)
), ranked AS (
  SELECT i.i_product_name, rank() OVER (ORDER BY round(profit, 6)) AS up, rank() OVER (ORDER BY round(profit, 6) DESC) AS down
  FROM profits JOIN item i ON i.i_item_sk = profits.ss_item_sk
)
SELECT a.up, a.i_product_name, d.i_product_name
FROM ranked a JOIN ranked d ON d.down = a.up
WHERE a.up <= 10
ORDER BY a.up
