SELECT round(100 * sum(l.l_extendedprice * (1 - l.l_discount)) FILTER (WHERE p.p_type LIKE 'PROMO%')
             / sum(l.l_extendedprice * (1 - l.l_discount)), 6)
FROM lineitem l JOIN part p ON p.p_partkey = l.l_partkey
WHERE date_trunc('month', l.l_shipdate) = '1995-07-01'
