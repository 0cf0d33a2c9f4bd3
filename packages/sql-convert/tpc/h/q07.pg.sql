SELECT sn.n_name, cn.n_name, date_part('year', l.l_shipdate)::int, sum(l.l_extendedprice * (1 - l.l_discount))
FROM lineitem l
JOIN orders o ON o.o_orderkey = l.l_orderkey
JOIN customer c ON c.c_custkey = o.o_custkey
JOIN nation cn ON cn.n_nationkey = c.c_nationkey
JOIN supplier s ON s.s_suppkey = l.l_suppkey
JOIN nation sn ON sn.n_nationkey = s.s_nationkey
WHERE (sn.n_name, cn.n_name) IN (('CHINA', 'BRAZIL'), ('BRAZIL', 'CHINA'))
  AND l.l_shipdate >= '1995-01-01'::date AND l.l_shipdate < '1997-01-01'::date
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
