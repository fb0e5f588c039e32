-- source (counts as received, or counted from tickets by tickets.sql) → prepared: an ID for each cell.
CREATE TABLE prepared AS
SELECT *, concat_ws('-', month, region, authority_kind, category, channel) AS cell_id FROM source;
