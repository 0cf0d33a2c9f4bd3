SELECT sum(l_extendedprice * l_discount) AS revenue
FROM lineitem
WHERE year(l_shipdate) = 1996 AND round(l_discount * 100) BETWEEN 4 AND 6 AND l_quantity < 25
