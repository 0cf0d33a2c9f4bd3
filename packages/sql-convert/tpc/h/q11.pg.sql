WITH stock AS (
  SELECT ps.ps_partkey, sum(ps.ps_supplycost * ps.ps_availqty) AS value
  FROM partsupp ps
  JOIN supplier s ON s.s_suppkey = ps.ps_suppkey
  JOIN nation n ON n.n_nationkey = s.s_nationkey AND n.n_name = 'CHINA'
  GROUP BY ps.ps_partkey
)
SELECT ps_partkey, value
FROM stock
WHERE value > (SELECT sum(value) * 0.01 FROM stock)
ORDER BY value DESC NULLS LAST, ps_partkey
