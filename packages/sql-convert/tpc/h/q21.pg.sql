WITH ordered AS (
  SELECT l_orderkey,
         count(DISTINCT l_suppkey) AS suppliers,
         count(DISTINCT l_suppkey) FILTER (WHERE l_receiptdate > l_commitdate) AS late
  FROM lineitem GROUP BY l_orderkey
)
SELECT s.s_name, count(*) AS numwait
FROM lineitem l
JOIN ordered d ON d.l_orderkey = l.l_orderkey AND d.suppliers > 1 AND d.late = 1
JOIN orders o ON o.o_orderkey = l.l_orderkey AND o.o_orderstatus = 'F'
JOIN supplier s ON s.s_suppkey = l.l_suppkey
JOIN nation n ON n.n_nationkey = s.s_nationkey AND n.n_name IN ('BRAZIL', 'JAPAN')
WHERE l.l_receiptdate > l.l_commitdate
GROUP BY s.s_name
ORDER BY numwait DESC, s.s_name
LIMIT 100
