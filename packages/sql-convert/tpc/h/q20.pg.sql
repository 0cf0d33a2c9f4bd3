SELECT s.s_name, s.s_address
FROM supplier s JOIN nation n ON n.n_nationkey = s.s_nationkey
WHERE n.n_name IN ('CANADA', 'CHINA', 'JAPAN')
  AND EXISTS (
    SELECT FROM partsupp ps
    JOIN part p ON p.p_partkey = ps.ps_partkey AND p.p_name ^@ 'l'
    JOIN LATERAL (
      SELECT sum(l.l_quantity) AS sold FROM lineitem l
      WHERE l.l_partkey = ps.ps_partkey AND l.l_suppkey = ps.ps_suppkey
        AND l.l_shipdate >= '1994-01-01' AND l.l_shipdate < '1995-01-01'
    ) year ON true
    WHERE ps.ps_suppkey = s.s_suppkey AND ps.ps_availqty > year.sold / 2)
ORDER BY s.s_name NULLS FIRST
