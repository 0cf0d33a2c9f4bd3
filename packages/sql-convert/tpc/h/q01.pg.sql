SELECT l_returnflag, l_linestatus,
       sum(l_quantity), sum(l_extendedprice),
       sum(l_extendedprice * (1 - l_discount)),
       sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)),
       round(avg(l_quantity), 6), round(avg(l_extendedprice), 6), round(avg(l_discount), 6),
       count(*)
FROM lineitem
WHERE l_shipdate <= '1998-12-01'::date - 71
GROUP BY l_returnflag, l_linestatus
ORDER BY l_returnflag NULLS FIRST, l_linestatus NULLS FIRST
