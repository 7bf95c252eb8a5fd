CREATE TABLE actor (
  report TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  wikidata TEXT,
  PRIMARY KEY (report, id)
);
CREATE TABLE change (
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  report TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (number)
);
CREATE TABLE contact (
  report TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT,
  status TEXT NOT NULL,
  PRIMARY KEY (report, id)
);
CREATE TABLE contact_party (
  report TEXT NOT NULL,
  contact TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (report, contact, actor)
);
CREATE TABLE copy (
  report TEXT NOT NULL,
  "of" TEXT,
  kind TEXT NOT NULL,
  confidence FLOAT NOT NULL,
  reasons BLOB NOT NULL,
  PRIMARY KEY (report)
);
CREATE INDEX copy_by_of ON copy ("of");
CREATE TABLE dispute (
  id TEXT NOT NULL,
  about TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT,
  confidence FLOAT NOT NULL,
  reasons BLOB NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE dispute_side (
  dispute TEXT NOT NULL,
  side TEXT NOT NULL,
  report TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (dispute, side, report, item)
);
CREATE INDEX dispute_side_by_report ON dispute_side (report);
CREATE TABLE entity (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  wikidata TEXT,
  reports INTEGER NOT NULL,
  reasons BLOB NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE entity_of (
  report TEXT NOT NULL,
  actor TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (report, actor)
);
CREATE INDEX entity_of_by_entity ON entity_of (entity);
CREATE TABLE linked (
  change INTEGER NOT NULL,
  program TEXT NOT NULL,
  PRIMARY KEY (change)
);
CREATE TABLE meeting (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  "when" TEXT,
  day TEXT,
  status TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX meeting_by_day ON meeting (day);
CREATE TABLE meeting_of (
  report TEXT NOT NULL,
  contact TEXT NOT NULL,
  meeting TEXT NOT NULL,
  confidence FLOAT NOT NULL,
  reasons BLOB NOT NULL,
  PRIMARY KEY (report, contact)
);
CREATE INDEX meeting_of_by_meeting ON meeting_of (meeting);
CREATE TABLE meeting_party (
  meeting TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (meeting, entity)
);
CREATE INDEX meeting_party_by_entity ON meeting_party (entity);
CREATE TABLE origin (
  id TEXT NOT NULL,
  name TEXT,
  PRIMARY KEY (id)
);
CREATE TABLE origin_of (
  report TEXT NOT NULL,
  origin TEXT NOT NULL,
  PRIMARY KEY (report)
);
CREATE INDEX origin_of_by_origin ON origin_of (origin);
CREATE TABLE reading (
  report TEXT NOT NULL,
  version INTEGER NOT NULL,
  program TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (report, version, program)
);
CREATE TABLE spoken_of (
  report TEXT NOT NULL,
  statement TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (report, statement, actor)
);
CREATE INDEX spoken_of_by_actor ON spoken_of (report, actor);
CREATE TABLE statement (
  "row" INTEGER NOT NULL,
  report TEXT NOT NULL,
  id TEXT NOT NULL,
  speaker TEXT,
  act TEXT NOT NULL,
  day TEXT,
  words TEXT NOT NULL,
  PRIMARY KEY ("row")
);
CREATE INDEX statement_by_day ON statement (day);
CREATE UNIQUE INDEX statement_by_report ON statement (report, id);
CREATE TABLE story (
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  day TEXT,
  PRIMARY KEY (id)
);
CREATE INDEX story_by_day ON story (day);
CREATE TABLE story_of (
  report TEXT NOT NULL,
  story TEXT NOT NULL,
  PRIMARY KEY (report)
);
CREATE INDEX story_of_by_story ON story_of (story);
CREATE TABLE utterance (
  id TEXT NOT NULL,
  entity TEXT,
  day TEXT,
  confidence FLOAT NOT NULL,
  reasons BLOB NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE utterance_of (
  report TEXT NOT NULL,
  statement TEXT NOT NULL,
  utterance TEXT NOT NULL,
  PRIMARY KEY (report, statement)
);
CREATE INDEX utterance_of_by_utterance ON utterance_of (utterance);
CREATE TABLE vector (
  digest TEXT NOT NULL,
  numbers BLOB NOT NULL,
  PRIMARY KEY (digest)
);
CREATE TABLE version (
  report TEXT NOT NULL,
  number INTEGER NOT NULL,
  digest TEXT NOT NULL,
  received TEXT NOT NULL,
  PRIMARY KEY (report, number)
);
CREATE INDEX version_by_digest ON version (report, digest);
CREATE TABLE report (
  "row" INTEGER NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  program TEXT NOT NULL,
  url TEXT,
  heading TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  published TEXT,
  language TEXT NOT NULL,
  origin BLOB,
  PRIMARY KEY ("row"),
  FOREIGN KEY(id, version, program) REFERENCES reading (report, version, program)
);
CREATE INDEX report_by_day ON report (published);
CREATE UNIQUE INDEX report_by_id ON report (id);
CREATE INDEX report_by_url ON report (url);
CREATE VIRTUAL TABLE statement_words USING fts5(words, tokenize='trigram');
CREATE VIRTUAL TABLE report_words USING fts5(words, tokenize='trigram');
