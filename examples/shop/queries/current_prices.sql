-- The valid price of each product of a basket. QUALIFY keeps the newest one.
SELECT p.sku, p.title, pr.price, pr.currency
FROM main.shop.products p
JOIN main.shop.prices pr ON pr.sku = p.sku
WHERE array_contains(split(:skus, ','), p.sku)
  AND pr.currency = :currency
  AND pr.valid_from <= current_date()
QUALIFY row_number() OVER (PARTITION BY p.sku ORDER BY pr.valid_from DESC) = 1;
