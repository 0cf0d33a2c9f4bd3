-- Customers who get a voucher this month.
SELECT customer_id, email, preferences['language'] AS language, months_between(now(), created_at) AS months
FROM main.shop.customers
WHERE loyalty_points >= 500 AND email RLIKE '^[^@]+@[^@]+$'
ORDER BY loyalty_points DESC NULLS LAST;

OPTIMIZE main.shop.customers ZORDER BY (loyalty_points);

-- What a model thinks of them has no counterpart in Postgres.
SELECT customer_id, ai_classify(preferences['note'], array('happy', 'angry')) AS mood
FROM main.shop.customers;
