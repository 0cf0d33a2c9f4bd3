SELECT p_brand, p_type, p_size, size(collect_set(ps_suppkey)) AS supplier_cnt
FROM partsupp
JOIN part ON p_partkey = ps_partkey
LEFT ANTI JOIN supplier ON s_suppkey = ps_suppkey AND s_comment LIKE '%Customer%Complaints%'
WHERE p_brand <> 'Brand#23' AND NOT startswith(p_type, 'LARGE PLATED') AND p_size IN (4, 9, 14, 19, 23, 36, 45, 49)
GROUP BY ALL
ORDER BY supplier_cnt DESC, p_brand, p_type, p_size
