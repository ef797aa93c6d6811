// The releases of the selection, a screenful at a time: DataTables keeps the table and asks for the rows that it shows.
"use strict";

// What a column is sorted by; what a release does not tell comes last, whichever way.
const rank = (textOf) => {
  let ranks = null;
  return (row) => {
    if (!ranks) {
      const texts = Array.from({ length: SIZE }, (_, each) => textOf(each));
      const order = new Map([...new Set(texts)].sort(new Intl.Collator("ja").compare).map((text, place) => [text, place]));
      ranks = texts.map((text) => (text ? order.get(text) : null));
    }
    return ranks[row];
  };
};
const COLUMNS = [
  { name: "published", by: (row) => (ARCHIVE.published[row] ? row : null) },
  { name: "organization", by: rank(organizationOf) },
  { name: "title", by: rank((row) => ARCHIVE.title[row]) },
  { name: "type", by: null },
  { name: "people", by: (row) => ARCHIVE.people[row]?.[0] ?? null },
  { name: "records", by: (row) => ARCHIVE.records[row]?.[0] ?? null },
  { name: "warnings", by: (row) => labelsOf("warning", row).length || null },
];

const sorted = (rows, { name, down }) => {
  const by = COLUMNS.find((column) => column.name === name).by;
  const told = rows.filter((row) => by(row) !== null);
  const untold = rows.filter((row) => by(row) === null);
  told.sort((one, other) => (down ? by(other) - by(one) || other - one : by(one) - by(other) || one - other));
  return told.concat(untold);
};

const quantity = (unit, row) => {
  if (!ARCHIVE[unit][row]) return tag("span", { class: "none" }, "not told");
  return tag("span", {}, figureOf(unit, row), " ", statusTag(ARCHIVE[unit][row][2]));
};

const cell = {
  published: (row) => tag("span", { class: "day" }, ARCHIVE.published[row] ?? ""),
  organization: (row) => tag("span", { lang: "ja" }, organizationOf(row)),
  title: (row) => tag("span", {}, releaseLink(row), tag("span", { class: "note" }, ARCHIVE.report[row])),
  type: (row) => tag("span", {}, labelsOf("type", row).join(", ")),
  people: (row) => quantity("people", row),
  records: (row) => quantity("records", row),
  warnings: (row) => tag("span", {}, labelsOf("warning", row).join(", ")),
};

// `view`: where the table is, {sort: {name, down}, page}; `moved` is called when its reader has changed that.
const makeTable = (selection, view, moved) =>
  new DataTable("#table", {
    serverSide: true,
    searching: false,
    autoWidth: false,
    pageLength: 25,
    displayStart: view.page * 25,
    order: [[COLUMNS.findIndex((column) => column.name === view.sort.name), view.sort.down ? "desc" : "asc"]],
    layout: { topStart: null, topEnd: null, bottomStart: "info", bottomEnd: "paging" },
    language: { info: "_START_ – _END_ of _TOTAL_ releases", infoEmpty: "No release", infoFiltered: "", emptyTable: "No release is like this.", zeroRecords: "No release is like this." },
    columns: COLUMNS.map(({ name, by }) => ({
      data: "row",
      orderable: by !== null,
      orderSequence: name === "organization" || name === "title" ? ["asc", "desc"] : ["desc", "asc"],
      className: name,
      render: (row, kind) => (kind === "display" ? cell[name](row) : row),
    })),
    ajax: ({ draw, start, length, order }, done) => {
      const [{ column, dir } = { column: 0, dir: "desc" }] = order;
      view.sort = { name: COLUMNS[column].name, down: dir === "desc" };
      view.page = Math.floor(start / length);
      moved();
      const rows = sorted(selection.rows, view.sort).slice(start, start + length);
      done({ draw, recordsTotal: SIZE, recordsFiltered: selection.rows.length, data: rows.map((row) => ({ row })) });
    },
  });
