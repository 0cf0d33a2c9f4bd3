WITH kinds (brand, containers, least, largest) AS (
  VALUES ('Brand#1%', ARRAY['SM CASE', 'SM BOX', 'SM PACK', 'SM PKG'], 5, 15),
         ('Brand#2%', ARRAY['MED BAG', 'MED BOX', 'MED PKG', 'MED PACK'], 12, 30),
         ('Brand#3%', ARRAY['LG CASE', 'LG BOX', 'LG PACK', 'LG PKG'], 21, 45)
)
SELECT sum(l.l_extendedprice * (1 - l.l_discount))
FROM lineitem l
JOIN part p ON p.p_partkey = l.l_partkey
JOIN kinds k ON p.p_brand LIKE k.brand AND p.p_container = ANY (k.containers)
  AND l.l_quantity BETWEEN k.least AND k.least + 10 AND p.p_size BETWEEN 1 AND k.largest
WHERE l.l_shipmode IN ('AIR', 'REG AIR') AND l.l_shipinstruct = 'DELIVER IN PERSON'
