WITH profits AS (
  SELECT ss_item_sk AS item_sk, avg(ss_net_profit) AS rank_col
  FROM store_sales
  WHERE ss_store_sk = 4
  GROUP BY ss_item_sk
  HAVING rank_col > 0.9 * (SELECT avg(ss_net_profit) FROM store_sales WHERE ss_store_sk = 4 AND ss_hdemo_sk IS NULL)
),
best AS (SELECT item_sk, rank() OVER (ORDER BY rank_col) AS rnk FROM profits QUALIFY rnk < 11),
worst AS (SELECT item_sk, rank() OVER (ORDER BY rank_col DESC) AS rnk FROM profits QUALIFY rnk < 11)
SELECT rnk, i1.i_product_name AS best_performing, i2.i_product_name AS worst_performing
FROM best JOIN worst USING (rnk)
JOIN item i1 ON i1.i_item_sk = best.item_sk
JOIN item i2 ON i2.i_item_sk = worst.item_sk
ORDER BY rnk
LIMIT 100
