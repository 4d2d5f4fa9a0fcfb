-- Documents, what was read from them, and what the bot must remember. See docs/design.md for the words.
-- Every table has a tenant; children point at (tenant, document), so a row can never hang under another tenant's document.

-- "RAKE": tells our file from any other SQLite file.
PRAGMA application_id = 0x52414b45;

CREATE TABLE document (
  key INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  format TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  year INTEGER,
  page_count INTEGER,
  layout TEXT NOT NULL,
  UNIQUE (tenant, id),
  UNIQUE (tenant, content_hash),
  UNIQUE (tenant, key)
) STRICT;

-- One row a file. Either it holds a document or it failed.
CREATE TABLE location (
  tenant TEXT NOT NULL,
  path TEXT NOT NULL,
  -- Grows when a path first shows a document; the largest names the document.
  sequence INTEGER NOT NULL,
  document INTEGER,
  size_bytes INTEGER NOT NULL,
  modified_ms REAL NOT NULL,
  content_hash TEXT,
  failure_code TEXT,
  failure_message TEXT,
  noted_at_ms INTEGER NOT NULL,
  PRIMARY KEY (tenant, path),
  FOREIGN KEY (tenant, document) REFERENCES document (tenant, key),
  CHECK ((document IS NULL) = (failure_code IS NOT NULL)),
  CHECK ((failure_code IS NULL) = (failure_message IS NULL))
) STRICT;
CREATE INDEX location_of_document ON location (tenant, document, sequence);

-- At most one meeting a document. The body is the domain's Meeting without its items.
CREATE TABLE meeting (
  document INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  body TEXT NOT NULL,
  -- Lower case, for filters; SQLite folds only ASCII, so it is written, not generated.
  committee_folded TEXT,
  committee TEXT AS (body ->> '$.committee.value') VIRTUAL,
  date TEXT AS (body ->> '$.date.value') VIRTUAL,
  FOREIGN KEY (tenant, document) REFERENCES document (tenant, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX meeting_by_date ON meeting (tenant, date);

CREATE TABLE agenda_item (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  body TEXT NOT NULL,
  case_number TEXT AS (body ->> '$.caseNumber') VIRTUAL,
  decision TEXT AS (body ->> '$.decision.text') VIRTUAL,
  PRIMARY KEY (document, position),
  FOREIGN KEY (tenant, document) REFERENCES document (tenant, key) ON DELETE CASCADE
) STRICT;
CREATE INDEX agenda_item_by_case_number ON agenda_item (tenant, case_number);

CREATE TABLE section (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (document, position),
  FOREIGN KEY (tenant, document) REFERENCES document (tenant, key) ON DELETE CASCADE
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  document INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  page INTEGER,
  case_number TEXT,
  -- JSON list, outermost first.
  headings TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document, ordinal),
  FOREIGN KEY (tenant, document) REFERENCES document (tenant, key) ON DELETE CASCADE
) STRICT;

-- Encoded stems, one token a stem (stem-token.ts). The columns are kept, not contentless: only then does FTS5 take a
-- deleted row's words out of its segments at once (a contentless table with contentless_delete still held them).
CREATE VIRTUAL TABLE passage_index USING fts5 (heading_stems, body_stems, tokenize = "ascii tokenchars '_'");
INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER passage_unindexed AFTER DELETE ON passage BEGIN
  DELETE FROM passage_index WHERE rowid = old.id;
END;

-- The port names no tenant: an activity's key is claimed once in the whole store.
CREATE TABLE activity_seen (
  key TEXT PRIMARY KEY,
  tenant TEXT NOT NULL DEFAULT '',
  seen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_seen_by_age ON activity_seen (seen_at_ms);

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  -- The directory's tenant; NULL when the channel named none.
  tenant TEXT,
  kind TEXT NOT NULL,
  reference TEXT NOT NULL,
  learned_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
