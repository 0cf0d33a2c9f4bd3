-- What may be ordered, by course and purse.
SELECT dish_id, name, price
FROM dishes
WHERE course = ${course} AND price <= ${highest_price}
ORDER BY price;
