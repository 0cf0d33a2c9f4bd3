SELECT c_last_name, c_first_name, c_salutation, c_preferred_cust_flag, ss_ticket_number, count(1) AS cnt
FROM store_sales
JOIN customer ON ss_customer_sk = c_customer_sk
WHERE ss_sold_date_sk IN (SELECT d_date_sk FROM date_dim WHERE (day(d_date) <= 3 OR dayofmonth(d_date) BETWEEN 20 AND 28) AND year(d_date) BETWEEN 1999 AND 2001)
  AND ss_hdemo_sk IN (
    SELECT hd_demo_sk FROM household_demographics
    WHERE hd_buy_potential IN ('>10000', 'Unknown', '0-500') AND hd_vehicle_count > 0 AND try_divide(hd_dep_count, hd_vehicle_count) > 1.2)
  AND ss_store_sk IN (SELECT s_store_sk FROM store WHERE s_county ILIKE '%COUNTY')
GROUP BY c_customer_sk, c_last_name, c_first_name, c_salutation, c_preferred_cust_flag, ss_ticket_number
HAVING cnt BETWEEN 5 AND 20
ORDER BY c_last_name, c_first_name, c_salutation, c_preferred_cust_flag DESC, ss_ticket_number
