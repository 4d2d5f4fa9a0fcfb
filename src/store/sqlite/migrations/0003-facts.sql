-- Figures, tables, missing tables, follow-ups, relations and contradictions: what is taken out of a document's text. The body
-- is the domain's object (stored-json.ts), so an unknown field is an object there, not text: hence the json_type below.
CREATE TABLE fact (
  document INTEGER NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  body TEXT NOT NULL,
  -- Lower case, for filters; written, not generated, because SQLite folds only ASCII. What it is about, and whose it is.
  subject_folded TEXT NOT NULL,
  party_folded TEXT NOT NULL,
  case_number TEXT AS (CASE json_type(body, '$.caseNumber') WHEN 'text' THEN body ->> '$.caseNumber' END) VIRTUAL,
  unit TEXT AS (CASE json_type(body, '$.unit') WHEN 'text' THEN body ->> '$.unit' END) VIRTUAL,
  basis TEXT AS (CASE json_type(body, '$.basis') WHEN 'text' THEN body ->> '$.basis' END) VIRTUAL,
  period_from TEXT AS (body ->> '$.period.from') VIRTUAL,
  period_to TEXT AS (body ->> '$.period.to') VIRTUAL,
  due_date TEXT AS (CASE json_type(body, '$.dueDate') WHEN 'text' THEN body ->> '$.dueDate' END) VIRTUAL,
  subkind TEXT AS (CASE json_type(body, '$.kind') WHEN 'text' THEN body ->> '$.kind' END) VIRTUAL,
  PRIMARY KEY (document, kind, position),
  FOREIGN KEY (tenant, document) REFERENCES document (tenant, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_by_kind ON fact (tenant, kind);
