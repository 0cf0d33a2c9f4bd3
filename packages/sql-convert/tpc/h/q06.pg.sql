SELECT sum(l_extendedprice * l_discount)
FROM lineitem
WHERE extract(year FROM l_shipdate) = 1996 AND l_discount >= 0.04 AND l_discount <= 0.06 AND l_quantity < 25
