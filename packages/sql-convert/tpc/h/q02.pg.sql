WITH offers AS (
  SELECT ps.ps_partkey, ps.ps_supplycost, s.*, n.n_name,
         min(ps.ps_supplycost) OVER (PARTITION BY ps.ps_partkey) AS best
  FROM partsupp ps
  JOIN supplier s ON s.s_suppkey = ps.ps_suppkey
  JOIN nation n ON n.n_nationkey = s.s_nationkey
  JOIN region r ON r.r_regionkey = n.n_regionkey AND r.r_name = 'ASIA'
)
SELECT o.s_acctbal, o.s_name, o.n_name, p.p_partkey, p.p_mfgr, o.s_address, o.s_phone, o.s_comment
FROM offers o JOIN part p ON p.p_partkey = o.ps_partkey
WHERE p.p_size >= 10 AND p.p_size <= 23 AND p.p_type ~ 'TIN$' AND o.ps_supplycost = o.best
ORDER BY o.s_acctbal DESC NULLS LAST, o.n_name NULLS FIRST, o.s_name NULLS FIRST, p.p_partkey
FETCH FIRST 100 ROWS ONLY
