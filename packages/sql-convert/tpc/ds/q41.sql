SELECT DISTINCT i_product_name
FROM item i1
WHERE i_manufact_id BETWEEN 3 AND 3 + 18
  AND (
    SELECT count(*) AS item_cnt
    FROM item
    WHERE (i_manufact = i1.i_manufact
        AND ((i_category = 'Women' AND (i_color = 'red' OR i_color = 'khaki') AND (i_units = 'Oz' OR i_units = 'Each')
              AND (i_size = 'medium' OR i_size = 'extra large'))
          OR (i_category = 'Women' AND (i_color = 'navy' OR i_color = 'ivory') AND (i_units = 'Case' OR i_units = 'Gross')
              AND (i_size = 'N/A' OR i_size = 'small'))
          OR (i_category = 'Men' AND (i_color = 'plum' OR i_color = 'olive' OR i_color = 'slate') AND (i_units = 'Pallet' OR i_units = 'Dozen')
              AND (i_size = 'petite' OR i_size = 'large'))
          OR (i_category = 'Men' AND (i_color = 'peach' OR i_color = 'navy') AND (i_units = 'Each' OR i_units = 'Gross')
              AND (i_size = 'medium' OR i_size = 'extra large' OR i_size = 'small'))))
      OR (i_manufact = i1.i_manufact
        AND ((i_category = 'Shoes' AND (i_color = 'khaki' OR i_color = 'plum'))
          OR (i_category = 'Music' AND (i_color = 'red' OR i_color = 'olive') AND i_units <> 'Oz')))
  ) > 0
ORDER BY i_product_name
LIMIT 100
