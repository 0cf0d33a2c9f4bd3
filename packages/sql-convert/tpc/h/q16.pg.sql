SELECT p.p_brand, p.p_type, p.p_size, count(DISTINCT ps.ps_suppkey) AS suppliers
FROM part p JOIN partsupp ps ON ps.ps_partkey = p.p_partkey
WHERE p.p_brand IS DISTINCT FROM 'Brand#23' AND p.p_brand IS NOT NULL
  AND p.p_type NOT LIKE 'LARGE PLATED%'
  AND p.p_size = ANY ('{4,9,14,19,23,36,45,49}'::int[])
  AND NOT EXISTS (
    SELECT FROM supplier s WHERE s.s_suppkey = ps.ps_suppkey AND s.s_comment ~ 'Customer.*Complaints')
GROUP BY p.p_brand, p.p_type, p.p_size
ORDER BY suppliers DESC, p.p_brand, p.p_type, p.p_size
