-- Sales of the last weeks by day and currency, for the dashboard.
SELECT
  date_trunc('DAY', placed_at) AS day,
  currency,
  count(*) AS orders,
  count(DISTINCT customer_id) AS customers,
  sum(total) AS revenue,
  percentile(total, 0.5) AS median_order,
  try_divide(sum(total), count_if(status = 'returned')) AS revenue_per_return
FROM main.shop.orders
WHERE placed_at >= add_months(current_date(), -2)
GROUP BY ALL
ORDER BY day, currency;
