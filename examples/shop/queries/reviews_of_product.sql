-- What the reviews of a product say: stars, and the words that come most often.
SELECT
  stars,
  count(*) AS reviews,
  max_by(body, written_at) AS latest
FROM main.shop.reviews
WHERE sku = '${sku}'
GROUP BY stars
ORDER BY stars DESC;

SELECT word, count(*) AS times
FROM main.shop.reviews
LATERAL VIEW explode(split(lower(body), '[^a-z]+')) AS word
WHERE sku = :sku AND length(word) > 4
GROUP BY word
ORDER BY times DESC, word
LIMIT 20;
