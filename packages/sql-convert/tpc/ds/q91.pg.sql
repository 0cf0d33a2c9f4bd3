SELECT cc.cc_call_center_id, cc.cc_name, cc.cc_manager, sum(cr.cr_net_loss) AS loss
FROM catalog_returns cr
JOIN call_center cc ON cc.cc_call_center_sk = cr.cr_call_center_sk
JOIN date_dim d ON d.d_date_sk = cr.cr_returned_date_sk AND d.d_year = 2000
JOIN customer c ON c.c_customer_sk = cr.cr_returning_customer_sk
JOIN customer_address ca ON ca.ca_address_sk = c.c_current_addr_sk AND ca.ca_gmt_offset = -5
JOIN household_demographics hd ON hd.hd_demo_sk = c.c_current_hdemo_sk AND hd.hd_buy_potential ~ '^Unknown|1000$'
JOIN customer_demographics cd ON cd.cd_demo_sk = c.c_current_cdemo_sk
WHERE (cd.cd_marital_status, cd.cd_education_status) IN (
  VALUES ('M', 'Unknown'), ('W', 'Advanced Degree'), ('W', 'College'), ('W', '4 yr Degree'), ('S', 'Advanced Degree'),
         ('S', 'College'), ('S', '4 yr Degree'), ('D', 'Advanced Degree'), ('D', 'College'), ('D', '4 yr Degree'))
GROUP BY cc.cc_call_center_id, cc.cc_name, cc.cc_manager, cd.cd_marital_status, cd.cd_education_status
ORDER BY loss DESC NULLS LAST
