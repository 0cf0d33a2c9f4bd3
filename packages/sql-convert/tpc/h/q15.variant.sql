WITH revenue AS (
  SELECT l_suppkey AS supplier_no, sum(l_extendedprice * (1 - l_discount)) AS total_revenue
  FROM lineitem
  WHERE l_shipdate BETWEEN DATE '1997-01-01' AND last_day(add_months(DATE '1997-01-01', 2))
  GROUP BY l_suppkey
)
SELECT s_suppkey, s_name, s_address, s_phone, total_revenue
FROM supplier JOIN revenue ON s_suppkey = supplier_no
QUALIFY dense_rank() OVER (ORDER BY total_revenue DESC) = 1
ORDER BY s_suppkey
