/**
 * What was used and what it cost, by kind. Every record type counts: retractions are negative and
 * restatements replace. The price is the one of the hour in which a row was used, promotions included;
 * discounts of an account are in no system table.
 *
 * Sources: docs.databricks.com, system tables billing.usage and billing.list_prices (2026-11).
 */
export const SPEND_QUERY = `
SELECT kind, usage_unit,
       sum(usage_quantity) AS quantity,
       sum(usage_quantity * price) AS usd,
       count_if(price IS NULL) AS unpriced_rows,
       CAST(max(usage_date) AS STRING) AS last_day
FROM (
  SELECT used.usage_date, used.usage_unit, used.usage_quantity,
         coalesce(priced.pricing.effective_list.default, priced.pricing.default) AS price,
         CASE WHEN used.sku_name LIKE '%DATABASE_SERVERLESS_COMPUTE%' THEN 'compute'
              WHEN used.sku_name LIKE '%DATABRICKS_STORAGE%'
                THEN coalesce(used.product_features.lakebase.storage_type, 'storage')
              WHEN used.usage_metadata.dlt_pipeline_id IS NOT NULL THEN 'sync'
              ELSE 'other' END AS kind
  FROM system.billing.usage AS used
  LEFT JOIN system.billing.list_prices AS priced
    ON priced.sku_name = used.sku_name
   AND priced.cloud = used.cloud
   AND priced.usage_unit = used.usage_unit
   AND priced.currency_code = 'USD'
   AND used.usage_start_time >= priced.price_start_time
   AND (priced.price_end_time IS NULL OR used.usage_start_time < priced.price_end_time)
  WHERE used.billing_origin_product IN ('LAKEBASE', 'DATABASE')
    AND used.usage_date >= CAST(:from_date AS DATE)
    AND used.usage_date < CAST(:to_date AS DATE)
    AND (:project IS NULL
         OR coalesce(used.usage_metadata.project_id, used.usage_metadata.database_instance_id) = :project)
) AS rows_used
GROUP BY kind, usage_unit
ORDER BY kind, usage_unit`
