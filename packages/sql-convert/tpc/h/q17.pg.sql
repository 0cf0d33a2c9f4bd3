WITH typical AS (
  SELECT l_partkey, avg(l_quantity) / 2 AS half FROM lineitem GROUP BY l_partkey
)
SELECT round(sum(l.l_extendedprice) / 7, 6)
FROM lineitem l
JOIN part p ON p.p_partkey = l.l_partkey
JOIN typical t ON t.l_partkey = l.l_partkey
WHERE p.p_brand IN ('Brand#12', 'Brand#34', 'Brand#51') AND p.p_container LIKE '%BOX' AND l.l_quantity < t.half
