SELECT c_count, count(*)
FROM (
  SELECT (SELECT count(*) FROM orders o
          WHERE o.o_custkey = c.c_custkey AND o.o_comment !~ 'express.*packages') AS c_count
  FROM customer c
) counted
GROUP BY c_count
ORDER BY count(*) DESC, c_count DESC
