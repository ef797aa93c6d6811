// What is selected, and what it adds up to. A release is a number, a row, in the order of the days of publication.
"use strict";

const SIZE = ARCHIVE.page.length;
const FACETS = Object.fromEntries(ARCHIVE.facets.map((facet) => [facet.name, facet]));

const labelsOf = (name, row) => FACETS[name].rows[row].filter((place) => place > 0).map((place) => FACETS[name].labels[place]);
const organizationOf = (row) => labelsOf("organization", row)[0] ?? "";

// Full-width and half-width, capital and small are the same to who searches.
const fold = (text) => text.normalize("NFKC").toLowerCase();
let folded = null;
const searchable = () =>
  (folded ??= ARCHIVE.title.map((title, row) => fold(`${title}\n${organizationOf(row)}\n${ARCHIVE.path[row]}`)));

class Selection {
  words = [];
  chosen = Object.fromEntries(ARCHIVE.facets.map((facet) => [facet.name, new Set()]));
  rows = [];
  // Of each facet's values: how many rows there are with them, or would be if they were chosen too.
  counts = {};

  search(text) {
    this.words = fold(text).split(/\s+/).filter(Boolean);
  }

  find() {
    const open = ARCHIVE.facets.filter((facet) => this.chosen[facet.name].size);
    const texts = this.words.length ? searchable() : [];
    const count = (facet, row) => {
      for (const place of facet.rows[row]) this.counts[facet.name][place] += 1;
    };
    this.rows = [];
    for (const facet of ARCHIVE.facets) this.counts[facet.name] = new Uint32Array(facet.codes.length);
    for (let row = 0; row < SIZE; row += 1) {
      if (!this.words.every((word) => texts[row].includes(word))) continue;
      const missed = open.filter((facet) => !facet.rows[row].some((place) => this.chosen[facet.name].has(place)));
      if (missed.length === 1) count(missed[0], row);
      if (missed.length) continue;
      this.rows.push(row);
      for (const facet of ARCHIVE.facets) count(facet, row);
    }
  }
}

// The incidents of some rows: the rows of each, and the latest that states how many people, and how many records.
// Earlier figures of the same incident count no more.
const incidentsOf = (rows) => {
  const found = new Map();
  for (const row of rows) {
    const number = ARCHIVE.incident[row];
    if (!found.has(number)) found.set(number, { rows: [], people: null, records: null });
    const incident = found.get(number);
    incident.rows.push(row);
    for (const unit of ["people", "records"]) if (ARCHIVE[unit][row]) incident[unit] = row;
  }
  return [...found.values()];
};

// What an incident adds to a sum: people and records apart, by how sure they are; what is excluded adds nothing.
const COUNTED = ["confirmed", "possible", "unknown"];
const amountOf = (incident, measure) => {
  if (measure === "incidents") return { value: 1, status: "incidents" };
  const row = incident[measure];
  if (row === null) return null;
  const [value, , status] = ARCHIVE[measure][row];
  return COUNTED.includes(status) ? { value, status } : null;
};

const written = (number) => number.toLocaleString("en");
const figureOf = (unit, row) => {
  const [value, bound] = ARCHIVE[unit][row];
  return ARCHIVE.bounds[bound].replace("{}", written(value));
};

// A tag with attributes and children; a text stays a text, whatever it holds.
const tag = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const statusTag = (status) => tag("span", { class: `status ${status}` }, ARCHIVE.statuses[status]);
const releaseLink = (row) => tag("a", { href: `releases/${ARCHIVE.page[row]}.html`, lang: "ja" }, ARCHIVE.title[row]);
