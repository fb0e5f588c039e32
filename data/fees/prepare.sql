-- source (the checked file, one row a line) → prepared (the declared fields) and set_aside (rows that are no charge).

-- Where each page comes from; the pages themselves do not say it in a column.
CREATE TEMP TABLE pages AS
SELECT * FROM (VALUES
  ('www.xjsw.gov.cn', '654203'),
  ('wlmq.gov.cn', '650100'),
  ('ps.gov.cn', '653223'),
  ('www.xjlt.gov.cn', '652822'),
  ('www.xjats.gov.cn', '653001'),
  ('www.fymate.net', '650000')
) AS t (host, region);

-- Rows of the source that are headings of the rows below them, found by reading the pages.
CREATE TEMP TABLE headings AS
SELECT * FROM (VALUES
  ('编号124', '畜禽及畜禽产品检疫费标准'),
  ('编号124', '动物屠宰检疫收费标准'),
  ('编号00200', '个体工商注册登记费:'),
  ('编号00229', '职业技能短期培训:')
) AS t (charging_unit, item);

-- Only what is read from other rows, since a window over every column of a long list is slow.
CREATE TEMP TABLE read AS
WITH marked AS (
  SELECT s.source_row, s.region, s.source_url, s.department, s.charging_unit, s.documents,
    h.item IS NOT NULL AS is_heading,
    CASE WHEN h.item IS NOT NULL THEN rtrim(s.item, ':') END AS heading,
    CASE WHEN h.item IS NOT NULL THEN s.unit END AS heading_unit
  FROM source s LEFT JOIN headings h ON s.charging_unit = h.charging_unit AND s.item = h.item
)
SELECT m.source_row, is_heading, coalesce(m.region, p.region) AS found_region,
  last_value(heading IGNORE NULLS) OVER above AS parent_item,
  last_value(heading_unit IGNORE NULLS) OVER above AS heading_note,
  last_value(documents IGNORE NULLS) OVER above AS documents_above
FROM marked m LEFT JOIN pages p ON p.host = regexp_extract(m.source_url, '^https?://([^/]+)', 1)
WINDOW above AS (PARTITION BY source_url, department, charging_unit ORDER BY m.source_row);

CREATE TABLE set_aside AS
SELECT source_row,
  '分组标题，不是收费项目：成为其下各行的“上级标题”' AS reason_zh,
  'A heading, not a charge: it became the “heading above” of the rows below it' AS reason_en
FROM read WHERE is_heading;

CREATE TEMP TABLE ids AS
WITH named AS (
  SELECT source_row, found_region,
    concat_ws('|', found_region, list_type, department, charging_unit, parent_item, item) AS identity
  FROM source JOIN read USING (source_row) WHERE NOT is_heading
)
SELECT source_row,
  coalesce(found_region, '000000') || '-' || substr(md5(
    identity || '|' || row_number() OVER (PARTITION BY identity ORDER BY source_row)
  ), 1, 12) AS fee_id
FROM named;

CREATE TABLE prepared AS
WITH whole AS (
  SELECT *,
    -- "编号124" is the number of the body that the department column names.
    regexp_full_match(charging_unit, '编号\d+') AS numbered,
    CASE WHEN contains(remark, '合并单元格') AND documents IS NULL THEN documents_above ELSE documents END AS all_documents
  FROM source JOIN read USING (source_row) JOIN ids USING (source_row)
)
SELECT
  fee_id, list_type, item, parent_item, department, unit_nature, service_content,
  CASE WHEN numbered THEN department ELSE charging_unit END AS payee_unit,
  CASE WHEN numbered THEN charging_unit END AS payee_code,
  standard_text, amount_min, amount_max,
  CASE WHEN NOT regexp_matches(unit, '免征|免收') THEN unit END AS unit_of_charge,
  CASE
    WHEN level IN ('中央', '自治区', '地州市', '县') THEN level
    WHEN level = '中央立项' THEN '中央'
  END AS set_level,
  CASE WHEN level NOT IN ('中央', '自治区', '地州市', '县', '中央立项') THEN level END AS price_form,
  fund_management, legal_basis,
  all_documents AS documents,
  CASE WHEN documents IS NOT NULL THEN '本行' WHEN all_documents IS NOT NULL THEN '上方合并单元格' END AS basis_from,
  CAST(list_max(list_transform(regexp_extract_all(all_documents, '〔(\d{4})〕', 1), y -> CAST(y AS INTEGER))) AS SMALLINT) AS basis_year,
  applies_to_enterprises,
  coalesce(
    relief,
    CASE WHEN regexp_matches(unit, '免征|免收|减半') THEN unit END,
    CASE WHEN regexp_matches(heading_note, '免征|免收|减半') THEN heading_note END,
    CASE WHEN regexp_matches(remark, '免收|免征|减半') THEN remark END
  ) AS relief,
  valid_from, valid_to, change_type, change_reason,
  complaint_channel, remark, truncated_source, found_region AS region, source_url, source_date, source_row
FROM whole;
