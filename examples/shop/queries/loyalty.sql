-- Points after a purchase, and the customers who get a voucher this month.
UPDATE main.shop.customers
SET loyalty_points = loyalty_points + cast(:total AS DOUBLE) DIV 10,
    updated_at = current_timestamp()
WHERE customer_id = :customer_id;

SELECT customer_id, email, preferences['language'] AS language, months_between(now(), created_at) AS months
FROM main.shop.customers
WHERE loyalty_points >= 500 AND email RLIKE '^[^@]+@[^@]+$'
ORDER BY loyalty_points DESC NULLS LAST;

OPTIMIZE main.shop.customers ZORDER BY (loyalty_points);

-- What a model thinks of them has no counterpart in Postgres.
SELECT customer_id, ai_classify(preferences['note'], array('happy', 'angry')) AS mood
FROM main.shop.customers;
