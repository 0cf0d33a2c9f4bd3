-- The shop at about a four-hundredth of the rows in workload.yml, spread so that statistics look lived in.
INSERT INTO shop.customers
SELECT g, 'user' || g || CASE WHEN g % 50 = 0 THEN '' ELSE '@example.com' END, 'Customer ' || g, NULL,
  chr(65 + g % 26) || chr(65 + g % 5), (g * 37) % 1000, jsonb_build_object('language', 'l' || g % 9),
  now() - (g % 900) * interval '1 day', now()
FROM generate_series(1, 30000) g;
INSERT INTO shop.addresses
SELECT g, g % 30000 + 1, 'home', g || ' Dock Road', 10000 + g % 80000, 'City ' || g % 500, 'DE'
FROM generate_series(1, 38000) g;
INSERT INTO shop.orders
SELECT g, (g::bigint * 7919) % 30000 + 1, (ARRAY['paid', 'sent', 'done', 'done', 'done', 'returned'])[1 + g % 6],
  (ARRAY['EUR', 'USD', 'GBP'])[1 + g % 3], g % 900 + 0.99, g % 38000 + 1,
  now() - ((g::bigint * 104729) % 1051200) * interval '1 minute', now()
FROM generate_series(1, 225000) g;
INSERT INTO shop.order_items
SELECT g / 3 + 1, g % 3, 'SKU-' || (g::bigint * 31) % 2000, g % 5 + 1, g % 200 + 0.5
FROM generate_series(0, 674997) g;
INSERT INTO shop.payments
SELECT md5(g::text), (g::bigint * 4099) % 225000 + 1, CASE WHEN g % 20 = 0 THEN 'voucher' ELSE 'card' END, g % 900,
  now() - (g % 700) * interval '1 day'
FROM generate_series(1, 230000) g;
INSERT INTO shop.inventory
SELECT 'SKU-' || g % 2000, g / 2000, g % 60, g % 7, now() FROM generate_series(0, 19999) g;
INSERT INTO shop.prices
SELECT 'SKU-' || g % 2000, (ARRAY['EUR', 'USD', 'GBP'])[1 + g / 2000], g % 100 + 0.5, current_date - g % 400
FROM generate_series(0, 5999) g;
INSERT INTO shop.products
SELECT 'SKU-' || g, 'Product ' || g, repeat('Words about it. ', 10), g % 100, '{}', '{}'
FROM generate_series(0, 1999) g;
INSERT INTO shop.categories SELECT g, nullif(g / 10, 0), 'Category ' || g FROM generate_series(1, 100) g;
INSERT INTO shop.reviews
SELECT g, 'SKU-' || (g::bigint * g) % 2000, g % 30000 + 1, g % 5 + 1,
  'It is a ' || (ARRAY['great', 'sturdy', 'flimsy', 'lovely'])[1 + g % 4] || ' thing, number ' || g || ', would order again',
  now() - (g % 700) * interval '1 day'
FROM generate_series(1, 52000) g;
VACUUM ANALYZE
