-- The columns of the shop's lakehouse tables, as SHOW CREATE TABLE prints them, shortened.

CREATE TABLE main.shop.customers (
  customer_id BIGINT NOT NULL,
  email STRING NOT NULL,
  full_name STRING,
  phone STRING,
  country CHAR(2),
  loyalty_points INT,
  preferences MAP<STRING, STRING>,
  created_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP,
  CONSTRAINT customers_pk PRIMARY KEY (customer_id)
) USING DELTA TBLPROPERTIES (delta.enableChangeDataFeed = true);

CREATE TABLE main.shop.addresses (
  address_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  kind STRING,
  street STRING,
  postal_code VARCHAR(12),
  city STRING,
  country CHAR(2),
  CONSTRAINT addresses_pk PRIMARY KEY (address_id)
) USING DELTA;

CREATE TABLE main.shop.orders (
  order_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  status STRING,
  currency CHAR(3),
  total DECIMAL(12, 2),
  shipping_address_id BIGINT,
  placed_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP,
  CONSTRAINT orders_pk PRIMARY KEY (order_id)
) USING DELTA;

CREATE TABLE main.shop.order_items (
  order_id BIGINT NOT NULL,
  line_number SMALLINT NOT NULL,
  sku STRING NOT NULL,
  quantity INT,
  unit_price DECIMAL(10, 2),
  CONSTRAINT order_items_pk PRIMARY KEY (order_id, line_number)
) USING DELTA;

CREATE TABLE main.shop.payments (
  payment_id STRING NOT NULL,
  order_id BIGINT NOT NULL,
  method STRING,
  amount DECIMAL(12, 2),
  paid_at TIMESTAMP,
  CONSTRAINT payments_pk PRIMARY KEY (payment_id)
) USING DELTA;

CREATE TABLE main.shop.inventory (
  sku STRING NOT NULL,
  warehouse_id INT NOT NULL,
  on_hand INT,
  reserved INT,
  updated_at TIMESTAMP,
  CONSTRAINT inventory_pk PRIMARY KEY (sku, warehouse_id)
) USING DELTA;

CREATE TABLE main.shop.prices (
  sku STRING NOT NULL,
  currency CHAR(3) NOT NULL,
  price DECIMAL(10, 2),
  valid_from DATE,
  CONSTRAINT prices_pk PRIMARY KEY (sku, currency)
) USING DELTA;

CREATE TABLE main.shop.products (
  sku STRING NOT NULL,
  title STRING,
  description STRING,
  category_id INT,
  attributes MAP<STRING, STRING>,
  images ARRAY<STRING>,
  CONSTRAINT products_pk PRIMARY KEY (sku)
) USING DELTA;

CREATE TABLE main.shop.categories (
  category_id INT NOT NULL,
  parent_id INT,
  name STRING,
  CONSTRAINT categories_pk PRIMARY KEY (category_id)
) USING DELTA;

CREATE TABLE main.shop.reviews (
  review_id BIGINT NOT NULL,
  sku STRING NOT NULL,
  customer_id BIGINT,
  stars TINYINT,
  body STRING,
  written_at TIMESTAMP,
  CONSTRAINT reviews_pk PRIMARY KEY (review_id)
) USING DELTA;
