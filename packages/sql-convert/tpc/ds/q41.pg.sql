WITH wanted (category, colours, units, sizes) AS (
  VALUES ('Women', '{red,khaki}'::text[], '{Oz,Each}'::text[], '{medium,extra large}'::text[]),
         ('Women', '{navy,ivory}', '{Case,Gross}', '{N/A,small}'),
         ('Men', '{plum,olive,slate}', '{Pallet,Dozen}', '{petite,large}'),
         ('Men', '{peach,navy}', '{Each,Gross}', '{medium,extra large,small}'),
         ('Shoes', '{khaki,plum}', NULL, NULL),
         ('Music', '{red,olive}', '{Each,Dozen,Case,Pallet,Gross}', NULL)
), makers AS (
  SELECT i_manufact FROM item JOIN wanted w ON i_category = w.category AND i_color = ANY (w.colours)
    AND (w.units IS NULL OR i_units = ANY (w.units)) AND (w.sizes IS NULL OR i_size = ANY (w.sizes))
)
SELECT DISTINCT i_product_name
FROM item
WHERE i_manufact_id >= 3 AND i_manufact_id <= 21 AND i_manufact IN (TABLE makers)
ORDER BY i_product_name NULLS FIRST
LIMIT 100
