SELECT dish_id, name
FROM dishes
WHERE dish_id = ANY (${dish_ids}::int[]);
