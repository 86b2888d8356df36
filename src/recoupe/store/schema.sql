-- A recoupe dossier: one SQLite file for one story. Offsets ("start", "end") count Unicode code points of
-- document.text. `position` keeps the order of the dossier. Columns that hold JSON say so.

CREATE TABLE schema_version (version INTEGER NOT NULL);

-- How the dossier was made: versions, the hash of the inputs, the kinds that were looked for.
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL);

-- The accounts, exactly as they were read.
CREATE TABLE document (
  position    INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  path        TEXT NOT NULL,
  lang        TEXT NOT NULL,
  outlet      TEXT,
  url         TEXT,
  title       TEXT,
  published   TEXT,           -- ISO 8601: a date, or a date and time with its zone
  text        TEXT NOT NULL,
  sha256      TEXT NOT NULL,  -- of the bytes read
  text_sha256 TEXT NOT NULL,  -- of `text` in UTF-8
  offset_map  TEXT NOT NULL,  -- JSON: pairs, an offset in `text` and where that stands in the decoded source
  author      TEXT,
  agency      TEXT,           -- the news agency credited
  updated     TEXT,           -- ISO 8601
  dates       TEXT NOT NULL   -- JSON: every date the source gives, with its place and words
);

-- Everything the accounts say, one row each, with its exact words.
CREATE TABLE statement (
  position    INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,
  document    TEXT NOT NULL REFERENCES document (id),
  "start"     INTEGER NOT NULL,
  "end"       INTEGER NOT NULL,
  exact       TEXT NOT NULL,
  prefix      TEXT NOT NULL,
  suffix      TEXT NOT NULL,
  polarity    TEXT NOT NULL,
  certainty   TEXT NOT NULL,
  conditional INTEGER NOT NULL,
  reported    INTEGER NOT NULL,
  made_by     TEXT NOT NULL,  -- extractor/version
  score       REAL NOT NULL,
  row         TEXT NOT NULL,  -- JSON: the fields this kind has in an export; the views below read it
  body        TEXT NOT NULL,  -- JSON: the kind's own body
  attribution TEXT NOT NULL,  -- JSON
  holds_at    TEXT NOT NULL,  -- JSON
  value       TEXT NOT NULL,  -- JSON
  about       TEXT NOT NULL,  -- JSON: entity ids
  claims      TEXT NOT NULL   -- JSON: the clauses compared
);
CREATE INDEX statement_document ON statement (document, kind, "start");

-- Persons, bodies and places, and every mention taken for one of them.
CREATE TABLE entity (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  named    TEXT NOT NULL,
  type     TEXT NOT NULL,
  reasons  TEXT NOT NULL      -- JSON
);
CREATE TABLE mention (
  position INTEGER PRIMARY KEY,
  entity   TEXT NOT NULL REFERENCES entity (id),
  document TEXT NOT NULL REFERENCES document (id),
  "start"  INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  exact    TEXT NOT NULL,
  prefix   TEXT NOT NULL,
  suffix   TEXT NOT NULL,
  type     TEXT NOT NULL,
  form     TEXT NOT NULL,
  gender   TEXT,
  number   TEXT,
  known_as TEXT,
  apposed  TEXT NOT NULL      -- JSON
);

-- What two statements are to each other. `left_id` and `right_id` are statement ids.
CREATE TABLE link (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  left_id  TEXT NOT NULL REFERENCES statement (id),
  right_id TEXT NOT NULL REFERENCES statement (id),
  relation TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  score    REAL NOT NULL,
  matter   TEXT
);

-- Accounts or statements that rest on one source.
CREATE TABLE origin (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  named    TEXT NOT NULL,
  why      TEXT NOT NULL
);
CREATE TABLE origin_member (
  origin   INTEGER NOT NULL REFERENCES origin (position),
  position INTEGER NOT NULL,
  member   TEXT NOT NULL,     -- a document id or a statement id
  PRIMARY KEY (origin, position)
);

-- Why a link or an origin was made; exactly one of `link` and `origin` is filled.
CREATE TABLE reason (
  position INTEGER PRIMARY KEY,
  link     INTEGER REFERENCES link (position),
  origin   INTEGER REFERENCES origin (position),
  code     TEXT NOT NULL,
  sentence TEXT NOT NULL,     -- English, made from `code` and `args`
  args     TEXT NOT NULL,     -- JSON
  anchors  TEXT NOT NULL      -- JSON
);

-- What went wrong, or is worth saying.
CREATE TABLE issue (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  stage    TEXT NOT NULL,
  severity TEXT NOT NULL,
  code     TEXT NOT NULL,
  message  TEXT NOT NULL,
  document TEXT,
  path     TEXT,
  anchor   TEXT NOT NULL      -- JSON
);

-- What people decided. Rows are only ever added; a new row about the same thing takes the place of the older one.
CREATE TABLE judgement (
  position INTEGER PRIMARY KEY,
  made_at  TEXT NOT NULL,     -- ISO 8601
  made_by  TEXT NOT NULL,
  about    TEXT NOT NULL,     -- the id of a statement, entity, link, origin or document, or of a judgement
  decision TEXT NOT NULL,     -- accept, reject, speaker, value, date, relation, named, merge, split, letter, comment, undo
  note     TEXT NOT NULL DEFAULT '',
  value    TEXT NOT NULL DEFAULT '{}',  -- JSON: what holds now
  was      TEXT NOT NULL DEFAULT '{}',  -- JSON: what was found before
  place    TEXT NOT NULL DEFAULT '{}'   -- JSON: where in the accounts, for when the id is gone
);
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed; add a new one'); END;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted; add a new one'); END;

-- Full text of the accounts, accents folded: SELECT path FROM document_text JOIN document ON rowid = position
-- WHERE document_text MATCH 'réouverture'.
CREATE VIRTUAL TABLE document_text USING fts5 (
  title, text, content = 'document', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2'
);

-- Every passage a statement rests on: its own, its cue's, its speaker's, those of its clauses.
CREATE VIEW anchor AS
  SELECT id AS statement, 'passage' AS part, document, "start", "end", exact FROM statement
  UNION ALL
  SELECT s.id, part.name || substr(tree.fullkey, 2), json_extract(tree.value, '$.document'), json_extract(tree.value, '$.start'),
         json_extract(tree.value, '$.end'), json_extract(tree.value, '$.exact')
  FROM statement AS s
  JOIN (SELECT 'body' AS name UNION ALL SELECT 'attribution' UNION ALL SELECT 'claims') AS part
  JOIN json_tree(CASE part.name WHEN 'body' THEN s.body WHEN 'attribution' THEN s.attribution ELSE s.claims END) AS tree
  WHERE tree.type = 'object' AND json_extract(tree.value, '$.exact') IS NOT NULL;

-- One view per kind, with the columns of the export. Lists stay JSON.
CREATE VIEW quotation AS
  SELECT id, document, "start", "end", exact AS text, polarity, certainty, conditional,
         json_extract(row, '$.named') AS named,
         json_extract(row, '$.speaker_kind') AS speaker_kind,
         json_extract(row, '$.speaker.text') AS speaker,
         json_extract(row, '$.cue.text') AS cue,
         json_extract(row, '$.form') AS form,
         json_extract(row, '$.via') AS via,
         json_extract(row, '$.contents') AS contents,
         json_extract(row, '$.chain') AS chain
  FROM statement WHERE kind = 'quotation';
CREATE VIEW figure AS
  SELECT id, document, "start", "end", exact AS text,
         json_extract(row, '$.low') AS low,
         json_extract(row, '$.high') AS high,
         json_extract(row, '$.unit') AS unit,
         json_extract(row, '$.counted') AS counted,
         json_extract(row, '$.approx') AS approx,
         json_extract(row, '$.holds_at') AS holds_at,
         json_extract(row, '$.attributed_to') AS attributed_to
  FROM statement WHERE kind = 'figure';
CREATE VIEW "time" AS
  SELECT id, document, "start", "end", exact AS text,
         json_extract(row, '$.timex_type') AS timex_type,
         json_extract(row, '$.value') AS value,
         json_extract(row, '$.mod') AS mod
  FROM statement WHERE kind = 'time';
CREATE VIEW event AS
  SELECT id, document, "start", "end", exact AS text, polarity, certainty,
         json_extract(row, '$.trigger.text') AS "trigger",
         json_extract(row, '$.class') AS class,
         json_extract(row, '$.actors') AS actors,
         json_extract(row, '$.recipients') AS recipients,
         json_extract(row, '$.holds_at') AS holds_at,
         json_extract(row, '$.attributed_to') AS attributed_to
  FROM statement WHERE kind = 'event';
CREATE VIEW commitment AS
  SELECT id, document, "start", "end", exact AS text,
         json_extract(row, '$.who') AS who,
         json_extract(row, '$.due') AS due,
         json_extract(row, '$.mod') AS mod,
         json_extract(row, '$.certainty') AS certainty,
         json_extract(row, '$.status') AS status,
         json_extract(row, '$.attributed_to') AS attributed_to
  FROM statement WHERE kind = 'commitment';
CREATE VIEW assertion AS
  SELECT id, document, "start", "end", exact AS text, polarity, certainty,
         json_extract(row, '$.head.text') AS head,
         json_extract(row, '$.holds_at') AS holds_at,
         json_extract(row, '$.attributed_to') AS attributed_to
  FROM statement WHERE kind = 'assertion';
CREATE VIEW wording AS
  SELECT id, document, "start", "end", exact AS text,
         json_extract(row, '$.why') AS why
  FROM statement WHERE kind = 'wording';
CREATE VIEW fault AS
  SELECT id, document, "start", "end", exact AS text,
         json_extract(row, '$.code') AS code
  FROM statement WHERE kind = 'fault';
