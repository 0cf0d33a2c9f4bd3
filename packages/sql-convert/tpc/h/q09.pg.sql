SELECT n.n_name, extract(year FROM o.o_orderdate)::int AS o_year,
       sum(l.l_extendedprice * (1 - l.l_discount) - ps.ps_supplycost * l.l_quantity)
FROM lineitem l
JOIN part p ON p.p_partkey = l.l_partkey AND strpos(p.p_name, 'plum') > 0
JOIN partsupp ps ON (ps.ps_partkey, ps.ps_suppkey) = (l.l_partkey, l.l_suppkey)
JOIN supplier s ON s.s_suppkey = l.l_suppkey
JOIN nation n ON n.n_nationkey = s.s_nationkey
JOIN orders o ON o.o_orderkey = l.l_orderkey
GROUP BY 1, 2
ORDER BY 1 NULLS FIRST, 2 DESC NULLS LAST
