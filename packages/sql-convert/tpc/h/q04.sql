SELECT o_orderpriority, count(*) AS order_count
FROM orders
WHERE o_orderdate >= to_date('1994-04-01')
  AND o_orderdate < add_months(DATE '1994-04-01', 3)
  AND EXISTS (
    SELECT * FROM lineitem WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate
  )
GROUP BY o_orderpriority
ORDER BY o_orderpriority
