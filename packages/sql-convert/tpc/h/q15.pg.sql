SELECT s.s_suppkey, s.s_name, s.s_address, s.s_phone, top.total
FROM (
  SELECT l_suppkey, sum(l_extendedprice * (1 - l_discount)) AS total
  FROM lineitem
  WHERE l_shipdate >= '1997-01-01' AND l_shipdate < '1997-04-01'
  GROUP BY l_suppkey
  ORDER BY total DESC NULLS LAST
  FETCH FIRST ROW WITH TIES
) top JOIN supplier s ON s.s_suppkey = top.l_suppkey
ORDER BY s.s_suppkey
