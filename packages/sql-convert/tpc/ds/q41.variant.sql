SELECT DISTINCT i_product_name
FROM item
WHERE i_manufact_id BETWEEN 3 AND 21
  AND i_manufact IN (
    SELECT i_manufact
    FROM item
    WHERE exists(
      array(
        named_struct('cat', 'Women', 'colours', array('red', 'khaki'), 'units', array('Oz', 'Each'), 'sizes', array('medium', 'extra large')),
        named_struct('cat', 'Women', 'colours', array('navy', 'ivory'), 'units', array('Case', 'Gross'), 'sizes', array('N/A', 'small')),
        named_struct('cat', 'Men', 'colours', array('plum', 'olive', 'slate'), 'units', array('Pallet', 'Dozen'), 'sizes', array('petite', 'large')),
        named_struct('cat', 'Men', 'colours', array('peach', 'navy'), 'units', array('Each', 'Gross'), 'sizes', array('medium', 'extra large', 'small'))
      ),
      w -> w.cat = i_category AND array_contains(w.colours, i_color) AND array_contains(w.units, i_units) AND array_contains(w.sizes, i_size)
    )
    OR (i_category = 'Shoes' AND i_color IN ('khaki', 'plum'))
    OR (i_category = 'Music' AND i_color IN ('red', 'olive') AND i_units != 'Oz')
  )
ORDER BY i_product_name
LIMIT 100
