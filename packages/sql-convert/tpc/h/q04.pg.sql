SELECT o_orderpriority, count(*)
FROM orders
WHERE o_orderdate >= '1994-04-01' AND o_orderdate < date '1994-04-01' + interval '3 months'
  AND o_orderkey IN (SELECT l_orderkey FROM lineitem WHERE l_commitdate < l_receiptdate)
GROUP BY 1
ORDER BY 1 NULLS FIRST
