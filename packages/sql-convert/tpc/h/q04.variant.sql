SELECT o_orderpriority, count(*) AS order_count
FROM orders
LEFT SEMI JOIN lineitem ON l_orderkey = o_orderkey AND l_commitdate < l_receiptdate
WHERE date_trunc('quarter', o_orderdate) = '1994-04-01'
GROUP BY ALL
ORDER BY ALL
