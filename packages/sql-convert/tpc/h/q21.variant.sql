WITH late AS (
  SELECT l_orderkey, collect_set(l_suppkey) AS suppliers, collect_set(l_suppkey) FILTER (WHERE l_receiptdate > l_commitdate) AS guilty
  FROM lineitem
  GROUP BY l_orderkey
)
SELECT s_name, count(*) AS numwait
FROM lineitem
JOIN late USING (l_orderkey)
JOIN orders ON o_orderkey = l_orderkey AND o_orderstatus = 'F'
JOIN supplier ON s_suppkey = l_suppkey
JOIN nation ON s_nationkey = n_nationkey AND n_name IN ('BRAZIL', 'JAPAN')
WHERE l_receiptdate > l_commitdate AND size(suppliers) > 1 AND size(guilty) = 1
GROUP BY s_name
ORDER BY numwait DESC, s_name
LIMIT 100
