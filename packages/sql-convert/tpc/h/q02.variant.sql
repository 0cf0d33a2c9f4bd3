SELECT s_acctbal, s_name, n_name, p_partkey, p_mfgr, s_address, s_phone, s_comment
FROM part
JOIN partsupp ON p_partkey = ps_partkey
JOIN supplier ON s_suppkey = ps_suppkey
JOIN nation ON s_nationkey = n_nationkey
JOIN region ON n_regionkey = r_regionkey AND r_name = 'ASIA'
WHERE p_size BETWEEN 10 AND 23 AND endswith(p_type, 'TIN')
QUALIFY rank() OVER (PARTITION BY p_partkey ORDER BY ps_supplycost) = 1
ORDER BY s_acctbal DESC, n_name, s_name, p_partkey
LIMIT 100
