-- main.shop.orders: whether it exists, has its key columns, and no column of a type that cannot be synced
DESCRIBE TABLE `main`.`shop`.`orders`;

-- main.shop.orders: its size, and delta.enableChangeDataFeed among its properties; a view has no answer
DESCRIBE DETAIL `main`.`shop`.`orders`;

-- main.shop.orders: rows, rows with NULL in the key (the sync leaves them out), rows with a 0x00 byte (the sync fails); reads the whole table
SELECT count(*) AS row_count, count_if(`order_id` IS NULL) AS null_keys, count_if(contains(to_json(struct(*)), char(92) || 'u0000')) AS nul_rows FROM `main`.`shop`.`orders`;

-- main.shop.orders: keys that are there more than once (the sync fails without a timeseries key); reads the key columns
SELECT count(*) AS duplicate_keys FROM (SELECT 1 FROM `main`.`shop`.`orders` WHERE `order_id` IS NOT NULL GROUP BY `order_id` HAVING count(*) > 1);
