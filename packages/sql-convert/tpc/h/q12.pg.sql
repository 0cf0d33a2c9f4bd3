SELECT l.l_shipmode,
       count(*) FILTER (WHERE o.o_orderpriority IN ('1-URGENT', '2-HIGH')),
       count(*) FILTER (WHERE o.o_orderpriority NOT IN ('1-URGENT', '2-HIGH'))
FROM lineitem l JOIN orders o ON o.o_orderkey = l.l_orderkey
WHERE l.l_shipmode = ANY (ARRAY['TRUCK', 'REG AIR'])
  AND l.l_shipdate < l.l_commitdate AND l.l_commitdate < l.l_receiptdate
  AND l.l_receiptdate BETWEEN '1995-01-01' AND '1995-12-31'
GROUP BY l.l_shipmode
ORDER BY l.l_shipmode
