-- A file as a first version made it: without the columns and tables that record classes asked for later.
-- What it kept of them lies in `other` and in unknown_records.
CREATE TABLE sessions (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "slug" TEXT, "title" TEXT, "subtitle" TEXT, "language" TEXT, "agenda" TEXT, "opening" TEXT, "date" TEXT, "start" TEXT, "zone" TEXT, "place" TEXT, "organiser" TEXT, "publisher" TEXT, "contact" TEXT, "logo" TEXT, "moderator" TEXT, "attribution" TEXT, "closed" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
INSERT INTO sessions ("session", "id", "stamp", "withdrawn", "slug", "title", "subtitle", "language", "agenda", "opening", "date", "start", "zone", "place", "organiser", "publisher", "contact", "logo", "moderator", "attribution", "closed", "stamps", "other") VALUES ('s00000000001', 's00000000001', '01a209aca8800000d241f40b', 0, 'telewerk-2026-11-23', 'Telewerk', '', 'nl', '', '', '', NULL, 'Europe/Brussels', '', '', '', '', '', '', '', NULL, '{"language":"01a209aca8800000d241f40b","question.0000":"01a209aca8800000d241f40b","question.0001":"01a209aca8800000d241f40b","slug":"01a209aca8800000d241f40b","title":"01a209aca8800000d241f40b","zone":"01a209aca8800000d241f40b"}', '{"question.0000":"Wat werkt?","question.0001":"Wat niet?"}');
CREATE TABLE sectors (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "short" TEXT, "name" TEXT, "told" TEXT, "order" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
INSERT INTO sectors ("session", "id", "stamp", "withdrawn", "short", "name", "told", "order", "stamps", "other") VALUES ('s00000000001', 'sector00001', '01a209aca88000014a564bb4', 0, 'wn', 'Werknemers', '', 'n', '{"name":"01a209aca88000014a564bb4","order":"01a209aca88000014a564bb4","short":"01a209aca88000014a564bb4"}', '{}');
CREATE TABLE participants (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "name" TEXT, "sector" TEXT, "organisation" TEXT, "role" TEXT, "nickname" TEXT, "email" TEXT, "consent" TEXT, "attendance" TEXT, "order" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
INSERT INTO participants ("session", "id", "stamp", "withdrawn", "name", "sector", "organisation", "role", "nickname", "email", "consent", "attendance", "order", "stamps", "other") VALUES ('s00000000001', 'p0000000001', '01a209aca880000208b82a57', 0, 'An Peeters', 'sector00001', '', '', '', '', '', 'expected', 'n', '{"name":"01a209aca880000208b82a57","order":"01a209aca880000208b82a57","sector":"01a209aca880000208b82a57"}', '{}');
CREATE TABLE topics (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "title" TEXT, "number" TEXT, "planned_seconds" INTEGER, "granted_seconds" INTEGER, "context" TEXT, "chapter" INTEGER, "conclusion" INTEGER, "skipped" INTEGER, "order" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
INSERT INTO topics ("session", "id", "stamp", "withdrawn", "title", "number", "planned_seconds", "granted_seconds", "context", "chapter", "conclusion", "skipped", "order", "stamps", "other") VALUES ('s00000000001', 't0000000001', '01a209aca88000032eb15c50', 0, 'Thuis werken', '', NULL, 0, '', 1, 0, 0, 'n', '{"order":"01a209aca88000032eb15c50","prompt.0000":"01a209aca88000032eb15c50","prompt.0001":"01a209aca88000032eb15c50","title":"01a209aca88000032eb15c50"}', '{"prompt.0000":"Wie?","prompt.0001":"Hoe vaak?"}');
CREATE TABLE visits (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "topic" TEXT, "begins" TEXT, "ends" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
CREATE TABLE contributions (row INTEGER PRIMARY KEY, session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "typed" TEXT, "text" TEXT, "at" TEXT, "topic" TEXT, "participant" TEXT, "sector" TEXT, "voice" TEXT, "kind" TEXT, "stance" TEXT, "answers" TEXT, "check" INTEGER, "parked" INTEGER, "placed" INTEGER, "wording" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, UNIQUE (session, id));
INSERT INTO contributions ("row", "session", "id", "stamp", "withdrawn", "typed", "text", "at", "topic", "participant", "sector", "voice", "kind", "stance", "answers", "check", "parked", "placed", "wording", "stamps", "other") VALUES (1, 's00000000001', 'c00000000001', '01a209ad44c000002c4cf1fc', 0, 'an: Een vaste dag thuis geeft rust', 'Een vaste dag thuis geeft rust', '2026-11-23T18:31:05.120Z', 't0000000001', 'p0000000001', NULL, 'person', 'point', NULL, NULL, 0, 0, 1, '', '{"at":"01a209ad44c000002c4cf1fc","participant":"01a209ad44c000002c4cf1fc","starred":"01a209ae7d400000db3086b5","text":"01a209ad44c000002c4cf1fc","theme.theme00001":"01a209ae7d400000db3086b5","topic":"01a209ad44c000002c4cf1fc","typed":"01a209ad44c000002c4cf1fc","voice":"01a209ad44c000002c4cf1fc"}', '{"starred":true,"theme.theme00001":true}');
INSERT INTO contributions ("row", "session", "id", "stamp", "withdrawn", "typed", "text", "at", "topic", "participant", "sector", "voice", "kind", "stance", "answers", "check", "parked", "placed", "wording", "stamps", "other") VALUES (2, 's00000000001', 'c00000000002', '01a209ade100000028db706d', 0, 'Zo''n e-mail lost niets op', 'Zo''n e-mail lost niets op', '2026-11-23T18:32:00.000Z', 't0000000001', NULL, NULL, 'table', 'point', NULL, NULL, 0, 0, 1, '', '{"at":"01a209ade100000028db706d","text":"01a209ade100000028db706d","topic":"01a209ade100000028db706d","typed":"01a209ade100000028db706d","voice":"01a209ade100000028db706d"}', '{}');
CREATE TABLE support (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "on" TEXT, "participant" TEXT, "sector" TEXT, "vote" TEXT, "count" INTEGER, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
CREATE TABLE themes (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "name" TEXT, "order" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
INSERT INTO themes ("session", "id", "stamp", "withdrawn", "name", "order", "stamps", "other") VALUES ('s00000000001', 'theme00001', '01a209aca8800004dd2b7f37', 0, 'Rust', 'n', '{"name":"01a209aca8800004dd2b7f37","order":"01a209aca8800004dd2b7f37"}', '{}');
CREATE TABLE takeaways (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "title" TEXT, "text" TEXT, "worded" INTEGER, "order" TEXT, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
INSERT INTO takeaways ("session", "id", "stamp", "withdrawn", "title", "text", "worded", "order", "stamps", "other") VALUES ('s00000000001', 'k0000000001', '01a209af19800000461c7d7e', 0, 'Vaste dagen', '', 0, 'n', '{"evidence.c00000000001":"01a209af19800000461c7d7e","order":"01a209af19800000461c7d7e","title":"01a209af19800000461c7d7e"}', '{"evidence.c00000000001":true}');
CREATE TABLE prose (session TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, "withdrawn" INTEGER, "text" TEXT, "drafted" INTEGER, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, id));
CREATE TABLE unknown_records (session TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, stamps TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (session, kind, id));
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations ("id", "migration_set", "name", "applied_at") VALUES (1, 'roundtable', 'm001_initial', '2026-11-23 09:03:21.160850+00:00');
CREATE TABLE changes (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    stamp TEXT NOT NULL UNIQUE,
    session TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    fields TEXT NOT NULL,
    writer TEXT NOT NULL,
    "action" TEXT NOT NULL,
    base TEXT,
    checksum TEXT NOT NULL
);
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (1, '01a209aca8800000d241f40b', 's00000000001', 'session', 's00000000001', '{"language":"nl","question.0000":"Wat werkt?","question.0001":"Wat niet?","slug":"telewerk-2026-11-23","title":"Telewerk","zone":"Europe/Brussels"}', 'w0writer00001', 'a00000000001', NULL, 'a911ee700a366abf');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (2, '01a209aca88000014a564bb4', 's00000000001', 'sector', 'sector00001', '{"name":"Werknemers","order":"n","short":"wn"}', 'w0writer00001', 'a00000000001', NULL, '3f932d8bed596eb7');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (3, '01a209aca880000208b82a57', 's00000000001', 'participant', 'p0000000001', '{"name":"An Peeters","order":"n","sector":"sector00001"}', 'w0writer00001', 'a00000000001', NULL, 'a8dc35ae0a432697');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (4, '01a209aca88000032eb15c50', 's00000000001', 'topic', 't0000000001', '{"order":"n","prompt.0000":"Wie?","prompt.0001":"Hoe vaak?","title":"Thuis werken"}', 'w0writer00001', 'a00000000001', NULL, 'd3ed0d71c1dbb5b8');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (5, '01a209aca8800004dd2b7f37', 's00000000001', 'theme', 'theme00001', '{"name":"Rust","order":"n"}', 'w0writer00001', 'a00000000001', NULL, 'd8f2ba19e64b59e3');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (6, '01a209ad44c000002c4cf1fc', 's00000000001', 'contribution', 'c00000000001', '{"at":"2026-11-23T18:31:05.120Z","participant":"p0000000001","text":"Een vaste dag thuis geeft rust","topic":"t0000000001","typed":"an: Een vaste dag thuis geeft rust","voice":"person"}', 'w0writer00001', 'a00000000002', NULL, 'd65b56efe0579cbe');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (7, '01a209ade100000028db706d', 's00000000001', 'contribution', 'c00000000002', '{"at":"2026-11-23T18:32:00.000Z","text":"Zo''n e-mail lost niets op","topic":"t0000000001","typed":"Zo''n e-mail lost niets op","voice":"table"}', 'w0writer00001', 'a00000000003', NULL, 'dc2976596855ae66');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (8, '01a209ae7d400000db3086b5', 's00000000001', 'contribution', 'c00000000001', '{"starred":true,"theme.theme00001":true}', 'w0writer00001', 'a00000000004', NULL, 'a6c01d6a411fc486');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (9, '01a209af19800000461c7d7e', 's00000000001', 'takeaway', 'k0000000001', '{"evidence.c00000000001":true,"order":"n","title":"Vaste dagen"}', 'w0writer00001', 'a00000000005', NULL, 'ffbefe22cbef1e23');
INSERT INTO changes ("arrival", "stamp", "session", "kind", "record", "fields", "writer", "action", "base", "checksum") VALUES (10, '01a209af198000010c5fc628', 's00000000001', 'decision', 'd0000000001', '{"choice":"keep","contribution":"c00000000001","name":"An"}', 'w0writer00001', 'a00000000005', NULL, '0d380851054dc018');
CREATE TABLE writers (place TEXT PRIMARY KEY, writer TEXT NOT NULL UNIQUE);
CREATE TABLE line_drafts (
        session TEXT NOT NULL, writer TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (session, writer)
    );
INSERT INTO line_drafts ("session", "writer", "text", "at") VALUES ('s00000000001', 'w0writer00001', 'half af', '2026-11-23T18:34:00.000Z');
CREATE TABLE prose_drafts (
        session TEXT NOT NULL, part TEXT NOT NULL, writer TEXT NOT NULL,
        text TEXT NOT NULL, base TEXT, at TEXT NOT NULL,
        PRIMARY KEY (session, part, writer)
    );
CREATE TABLE papers (
        path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, session TEXT NOT NULL, at TEXT NOT NULL
    );
CREATE VIRTUAL TABLE contributions_text USING fts5(
    text, wording, content='contributions', content_rowid='row',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX changes_by_session ON changes (session);
CREATE INDEX changes_by_record ON changes (session, kind, record);
CREATE INDEX changes_by_writer ON changes (session, writer);
CREATE INDEX changes_by_action ON changes (session, "action");
CREATE INDEX contributions_by_session ON contributions (session, withdrawn);
CREATE VIEW contribution_themes AS
    SELECT said.session, said.id AS contribution, substr(each.key, 7) AS theme
    FROM contributions AS said, json_each(said.other) AS each
    WHERE each.key LIKE 'theme.%' AND each.value;
CREATE VIEW takeaway_evidence AS
    SELECT one.session, one.id AS takeaway, substr(each.key, instr(each.key, '.') + 1) AS contribution,
        each.key LIKE 'dissent.%' AS dissent
    FROM takeaways AS one, json_each(one.other) AS each
    WHERE (each.key LIKE 'evidence.%' OR each.key LIKE 'dissent.%') AND each.value;
CREATE VIEW topic_prompts AS
    SELECT one.session, one.id AS topic, substr(each.key, 8) AS place, each.value AS prompt
    FROM topics AS one, json_each(one.other) AS each
    WHERE each.key LIKE 'prompt.%' AND each.value IS NOT NULL;
CREATE TRIGGER contributions_added 
        AFTER INSERT ON contributions BEGIN
            INSERT INTO contributions_text (rowid, text, wording) VALUES (new.row, new.text, new.wording);
        END;
CREATE TRIGGER contributions_removed 
        AFTER DELETE ON contributions BEGIN
            INSERT INTO contributions_text (contributions_text, rowid, text, wording)
            VALUES ('delete', old.row, old.text, old.wording);
        END;
CREATE TRIGGER contributions_altered 
        AFTER UPDATE ON contributions
        WHEN old.text IS NOT new.text OR old.wording IS NOT new.wording OR old.row IS NOT new.row BEGIN
            INSERT INTO contributions_text (contributions_text, rowid, text, wording)
            VALUES ('delete', old.row, old.text, old.wording);
            INSERT INTO contributions_text (rowid, text, wording) VALUES (new.row, new.text, new.wording);
        END;
INSERT INTO unknown_records VALUES ('s00000000001','decision','d0000000001','01a209af198000010c5fc628','{"choice":"01a209af198000010c5fc628","contribution":"01a209af198000010c5fc628","name":"01a209af198000010c5fc628"}','{"choice":"keep","contribution":"c00000000001","name":"An"}');
INSERT INTO contributions_text (contributions_text) VALUES ('rebuild');
PRAGMA application_id = 1919907182;
PRAGMA user_version = 1001;
PRAGMA journal_mode = WAL;
