-- Which reader read a document (src/ingest/reader-version.ts). 0 for what was read before versions were kept.
ALTER TABLE document ADD COLUMN reader_version INTEGER NOT NULL DEFAULT 0;
