SELECT l_shipmode,
       count_if(o_orderpriority IN ('1-URGENT', '2-HIGH')) AS high_line_count,
       sum(CASE WHEN o_orderpriority <> '1-URGENT' AND o_orderpriority <> '2-HIGH' THEN 1 ELSE 0 END) AS low_line_count
FROM orders, lineitem
WHERE o_orderkey = l_orderkey
  AND l_shipmode IN ('TRUCK', 'REG AIR')
  AND l_commitdate < l_receiptdate
  AND l_shipdate < l_commitdate
  AND l_receiptdate >= DATE '1995-01-01'
  AND l_receiptdate < date_add(YEAR, 1, DATE '1995-01-01')
GROUP BY l_shipmode
ORDER BY l_shipmode
