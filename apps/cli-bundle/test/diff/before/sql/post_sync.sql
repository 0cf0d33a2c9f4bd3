CREATE INDEX IF NOT EXISTS "orders_customer" ON "shop"."orders" ("customer_id");
GRANT SELECT ON TABLE "shop"."orders" TO "app";
ALTER TABLE "shop"."items" OWNER TO "app";
