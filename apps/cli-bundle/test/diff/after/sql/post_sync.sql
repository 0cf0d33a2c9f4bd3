CREATE INDEX IF NOT EXISTS "orders_customer" ON "shop"."orders" ("customer_id");
ALTER TABLE "shop"."items" OWNER TO "app";
