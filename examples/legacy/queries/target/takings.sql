SELECT sum(amount) AS taken, count(*) AS bills
FROM bills
WHERE paid_on = ${day}::date AND till = ${till};
