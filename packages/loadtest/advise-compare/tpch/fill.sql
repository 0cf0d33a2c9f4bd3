-- A two-hundredth of TPC-H's scale factor 1, in the benchmark's shapes.
INSERT INTO region SELECT g, (ARRAY['AFRICA', 'AMERICA', 'ASIA', 'EUROPE', 'MIDDLE EAST'])[g + 1], NULL
FROM generate_series(0, 4) g;
INSERT INTO nation
SELECT g, (ARRAY['ALGERIA', 'ARGENTINA', 'BRAZIL', 'CANADA', 'EGYPT', 'ETHIOPIA', 'FRANCE', 'GERMANY', 'INDIA',
  'INDONESIA', 'IRAN', 'IRAQ', 'JAPAN', 'JORDAN', 'KENYA', 'MOROCCO', 'MOZAMBIQUE', 'PERU', 'CHINA', 'ROMANIA',
  'SAUDI ARABIA', 'VIETNAM', 'RUSSIA', 'UNITED KINGDOM', 'UNITED STATES'])[g + 1], g % 5, NULL
FROM generate_series(0, 24) g;
INSERT INTO supplier
SELECT g, 'Supplier#' || lpad(g::text, 9, '0'), g || ' Dock Road', g % 25, (10 + g % 25) || '-555-0100',
  (g * 37 % 10000)::numeric, CASE WHEN g % 50 = 0 THEN 'Customer Complaints' ELSE 'quiet' END
FROM generate_series(1, 100) g;
INSERT INTO customer
SELECT g, 'Customer#' || lpad(g::text, 9, '0'), g || ' Main Street', g * 7 % 25, (10 + g * 7 % 25) || '-555-0101',
  (g * 53 % 11000 - 900)::numeric,
  (ARRAY['AUTOMOBILE', 'BUILDING', 'FURNITURE', 'HOUSEHOLD', 'MACHINERY'])[1 + g % 5], 'words ' || g
FROM generate_series(1, 750) g;
INSERT INTO part
SELECT g, (ARRAY['green', 'forest', 'salmon', 'navy', 'lemon', 'ivory'])[1 + g % 6] || ' part ' || g,
  'Manufacturer#' || g % 5 + 1, 'Brand#' || 11 + g % 25,
  (ARRAY['PROMO BURNISHED', 'STANDARD POLISHED', 'ECONOMY ANODIZED', 'SMALL PLATED'])[1 + g % 4] || ' ' ||
  (ARRAY['BRASS', 'STEEL', 'TIN', 'COPPER'])[1 + g / 4 % 4], g % 50 + 1,
  (ARRAY['SM BOX', 'MED BAG', 'LG CASE', 'JUMBO JAR', 'WRAP PKG'])[1 + g % 5], 900 + g % 1000, 'words'
FROM generate_series(1, 1000) g;
INSERT INTO partsupp
SELECT g % 1000 + 1, (g % 1000 + g / 1000 * 25) % 100 + 1, g % 9999, g % 1000 + 0.5, 'words ' || g
FROM generate_series(0, 3999) g;
INSERT INTO orders
SELECT g, CASE WHEN g % 750 % 3 = 0 THEN g % 750 + 1 ELSE g % 750 END, (ARRAY['F', 'O', 'P'])[1 + g % 3],
  g % 400000, date '1992-01-01' + (g * 7919 % 2406),
  (ARRAY['1-URGENT', '2-HIGH', '3-MEDIUM', '4-NOT SPECIFIED', '5-LOW'])[1 + g % 5], 'Clerk#' || g % 30, 0, 'words ' || g
FROM generate_series(1, 7500) g;
INSERT INTO lineitem
SELECT o_orderkey, (o_orderkey * 31 + n * 97) % 1000 + 1,
  ((o_orderkey * 31 + n * 97) % 1000 + n % 4 * 25) % 100 + 1, n, (o_orderkey + n * 7) % 50 + 1,
  ((o_orderkey + n) % 90000 + 900)::numeric, (o_orderkey + n) % 11 / 100.0, n % 9 / 100.0,
  (ARRAY['A', 'N', 'R'])[1 + (o_orderkey + n) % 3], (ARRAY['F', 'O'])[1 + n % 2],
  o_orderdate + (o_orderkey * 13 + n * 29)::int % 121 + 1, o_orderdate + (o_orderkey * 17 + n)::int % 60 + 30,
  o_orderdate + (o_orderkey * 13 + n * 29)::int % 121 + 1 + n % 30 + 1,
  (ARRAY['DELIVER IN PERSON', 'NONE', 'TAKE BACK RETURN', 'COLLECT COD'])[1 + (o_orderkey + n) % 4],
  (ARRAY['AIR', 'AIR REG', 'MAIL', 'RAIL', 'SHIP', 'TRUCK', 'FOB'])[1 + (o_orderkey + n) % 7], 'words'
FROM orders, generate_series(1, 4) n;
VACUUM ANALYZE
