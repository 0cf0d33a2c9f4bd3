WITH ssci AS (SELECT DISTINCT ss_customer_sk AS customer_sk, ss_item_sk AS item_sk FROM store_sales JOIN date_dim ON ss_sold_date_sk = d_date_sk AND d_year = 2000),
csci AS (SELECT DISTINCT cs_bill_customer_sk AS customer_sk, cs_item_sk AS item_sk FROM catalog_sales JOIN date_dim ON cs_sold_date_sk = d_date_sk AND d_year = 2000)
SELECT count_if(ssci.customer_sk IS NOT NULL AND csci.customer_sk IS NULL), count_if(ssci.customer_sk IS NULL AND csci.customer_sk IS NOT NULL),
       count_if(ssci.customer_sk IS NOT NULL AND csci.customer_sk IS NOT NULL)
FROM ssci FULL JOIN csci USING (customer_sk, item_sk)
