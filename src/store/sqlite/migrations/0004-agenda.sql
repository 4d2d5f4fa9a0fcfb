-- Which committees' agendas are posted where, and the fate of every post. See src/agenda/ports.ts for the words.

CREATE TABLE agenda_setup (
  tenant TEXT NOT NULL,
  channel TEXT NOT NULL,
  committee_folded TEXT NOT NULL,
  -- The agenda part's object; paused_because and the key are taken out because they are written alone.
  body TEXT NOT NULL,
  paused_because TEXT,
  PRIMARY KEY (tenant, channel, committee_folded)
) STRICT, WITHOUT ROWID;

-- One row a slot, made by its first claim. The key is what makes a second post impossible.
CREATE TABLE agenda_slot (
  key TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  channel TEXT NOT NULL,
  committee TEXT NOT NULL,
  meeting_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'waiting', 'ordered', 'posted', 'uncertain', 'failed', 'skipped')),
  attempt INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  code TEXT,
  message_id TEXT,
  -- What the message shows, or will once it is sent.
  shown TEXT,
  update_count INTEGER NOT NULL DEFAULT 0,
  trouble_count INTEGER NOT NULL DEFAULT 0,
  not_before_ms INTEGER NOT NULL DEFAULT 0,
  refused_version TEXT,
  missing_since_ms INTEGER,
  -- Of the claim, or of the update of a posted message. Empty: nobody has it.
  holder TEXT,
  leased_at_ms INTEGER NOT NULL DEFAULT 0,
  lease_until_ms INTEGER NOT NULL DEFAULT 0,
  changed_at_ms INTEGER NOT NULL,
  posted_at_ms INTEGER,
  reported_at_ms INTEGER,
  report_leased_at_ms INTEGER NOT NULL DEFAULT 0,
  report_lease_until_ms INTEGER NOT NULL DEFAULT 0,
  CHECK (state <> 'posted' OR message_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_slot_by_tenant ON agenda_slot (tenant, meeting_date);

-- What people said about a slot that is not posted yet.
CREATE TABLE agenda_order (
  key TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
