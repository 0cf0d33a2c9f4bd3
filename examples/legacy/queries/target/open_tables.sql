SELECT table_id, seats
FROM tables
WHERE room = ${room} AND is_outdoors = ${outdoors} AND guest_count = 0;
