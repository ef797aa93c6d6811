-- What the SQLite output holds. A release's number is its place in the output; what is numbered within a
-- release begins at 0, as the references of a record do. Spans are code points of the release's text.

CREATE TABLE releases (
    release INTEGER PRIMARY KEY,
    id TEXT NOT NULL, path TEXT, part INTEGER,
    organization TEXT, title TEXT, published TEXT, report_number INTEGER, report_kind TEXT,
    types TEXT NOT NULL, vectors TEXT NOT NULL, occurred TEXT, occurred_end TEXT, detected TEXT,
    people INTEGER, people_bound TEXT, people_status TEXT,
    records INTEGER, records_bound TEXT, records_status TEXT,
    categories_confirmed TEXT NOT NULL, categories_possible TEXT NOT NULL, categories_excluded TEXT NOT NULL,
    secondary_damage TEXT NOT NULL, reported_to TEXT NOT NULL, third_party INTEGER,
    warnings TEXT NOT NULL, url TEXT
);

CREATE TABLE sections (
    release INTEGER NOT NULL REFERENCES releases, number INTEGER NOT NULL,
    heading TEXT, level INTEGER NOT NULL, kinds TEXT NOT NULL, parent INTEGER,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (release, number),
    FOREIGN KEY (release, parent) REFERENCES sections
);

CREATE TABLE dates (
    release INTEGER NOT NULL REFERENCES releases, number INTEGER NOT NULL,
    text TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    start TEXT NOT NULL, "end" TEXT, precision TEXT NOT NULL,
    first_day TEXT NOT NULL, last_day TEXT NOT NULL, modifier TEXT, role TEXT NOT NULL, section INTEGER NOT NULL,
    PRIMARY KEY (release, number),
    FOREIGN KEY (release, section) REFERENCES sections
);

CREATE TABLE counts (
    release INTEGER NOT NULL REFERENCES releases, number INTEGER NOT NULL,
    text TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    value INTEGER, value_max INTEGER, bound TEXT NOT NULL, unit TEXT NOT NULL, unit_kind TEXT NOT NULL,
    role TEXT NOT NULL, status TEXT NOT NULL, total INTEGER NOT NULL, section INTEGER NOT NULL,
    PRIMARY KEY (release, number),
    FOREIGN KEY (release, section) REFERENCES sections
);

CREATE TABLE items (
    release INTEGER NOT NULL REFERENCES releases, number INTEGER NOT NULL,
    text TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    category TEXT NOT NULL, status TEXT NOT NULL, section INTEGER NOT NULL,
    PRIMARY KEY (release, number),
    FOREIGN KEY (release, section) REFERENCES sections
);

CREATE TABLE exposures (
    release INTEGER NOT NULL REFERENCES releases, number INTEGER NOT NULL,
    id TEXT NOT NULL, organization TEXT, published TEXT,
    subject TEXT, subject_kind TEXT, value INTEGER, value_max INTEGER, bound TEXT, unit TEXT, unit_kind TEXT,
    status TEXT NOT NULL, categories TEXT NOT NULL, evidence TEXT NOT NULL, count INTEGER,
    PRIMARY KEY (release, number),
    FOREIGN KEY (release, count) REFERENCES counts
);

CREATE TABLE exposure_items (
    release INTEGER NOT NULL REFERENCES releases, exposure INTEGER NOT NULL, item INTEGER NOT NULL,
    PRIMARY KEY (release, exposure, item),
    FOREIGN KEY (release, exposure) REFERENCES exposures,
    FOREIGN KEY (release, item) REFERENCES items
);

CREATE TABLE warnings (
    release INTEGER NOT NULL REFERENCES releases, number INTEGER NOT NULL,
    code TEXT NOT NULL, message TEXT NOT NULL,
    PRIMARY KEY (release, number)
);

-- The whole record, for what the tables leave out, and so that a later run can go on with this file.
CREATE TABLE records (
    release INTEGER PRIMARY KEY REFERENCES releases, json TEXT NOT NULL
);

-- Full-text search. A row is a release; it holds every two neighbouring characters of the text, without
-- blanks, half width and in small letters. A word is looked for as its pairs in a row, as a phrase:
--   氏*               one character
--   氏名              two
--   "決済 済代 代行"  more
CREATE VIRTUAL TABLE search USING fts5 (
    pairs, content = '', prefix = 1, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE INDEX releases_id ON releases (id);
CREATE INDEX releases_published ON releases (published);
CREATE INDEX items_category ON items (category, status);
