-- Points after a purchase; the only write.
UPDATE main.shop.customers
SET loyalty_points = loyalty_points + cast(:total AS DOUBLE) DIV 10,
    updated_at = current_timestamp()
WHERE customer_id = :customer_id;
