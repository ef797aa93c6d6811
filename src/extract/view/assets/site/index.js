// Ties it together: what is asked for stands in the address, so that a way back, or a link, leads to the same.
"use strict";

(() => {
  const selection = new Selection();
  const view = { sort: { name: "published", down: true }, page: 0 };
  const search = document.getElementById("search");
  const measures = document.getElementsByName("measure");
  const measure = () => [...measures].find((one) => one.checked).value;

  const remember = () => {
    const asked = new URLSearchParams();
    if (search.value) asked.set("search", search.value);
    for (const [name, places] of Object.entries(selection.chosen)) {
      for (const place of places) asked.append(name, FACETS[name].codes[place]);
    }
    if (view.sort.name !== "published" || !view.sort.down) asked.set("sort", (view.sort.down ? "-" : "") + view.sort.name);
    if (view.page) asked.set("page", view.page + 1);
    if (measure() !== "incidents") asked.set("measure", measure());
    history.replaceState(null, "", `#${asked}`);
  };

  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    search.value = asked.get("search") ?? "";
    for (const facet of ARCHIVE.facets) {
      const places = asked.getAll(facet.name).map((code) => facet.codes.indexOf(code));
      selection.chosen[facet.name] = new Set(places.filter((place) => place >= 0));
    }
    const [, down, name] = /^(-?)(\w+)$/.exec(asked.get("sort") ?? "-published") ?? [];
    if (COLUMNS.some((column) => column.name === name && column.by)) view.sort = { name, down: down === "-" };
    view.page = Math.max(0, (Number.parseInt(asked.get("page"), 10) || 1) - 1);
    for (const one of measures) one.checked = one.value === (asked.get("measure") ?? "incidents");
    if (![...measures].some((one) => one.checked)) measures[0].checked = true;
  };

  const toldOf = (incidents) => {
    const sums = {};
    for (const unit of ["people", "records"]) {
      for (const incident of incidents) {
        const amount = amountOf(incident, unit);
        if (amount) sums[`${unit}-${amount.status}`] = (sums[`${unit}-${amount.status}`] ?? 0) + amount.value;
      }
    }
    return sums;
  };

  const showSums = (incidents) => {
    const sums = toldOf(incidents);
    const warned = selection.rows.filter((row) => FACETS.warning.rows[row][0] !== 0).length;
    const texts = { releases: selection.rows.length, incidents: incidents.length, warned, ...sums };
    for (const place of document.querySelectorAll("[data-sum]")) {
      place.textContent = written(texts[place.dataset.sum] ?? 0);
      place.parentElement.hidden = place.dataset.sum.endsWith("-unknown") && !texts[place.dataset.sum];
    }
  };

  const showLargest = (incidents) => {
    const sized = incidents.filter((incident) => amountOf(incident, "people"));
    const valueOf = (incident) => amountOf(incident, "people").value;
    sized.sort((one, other) => valueOf(other) - valueOf(one) || one.rows[0] - other.rows[0]);
    const lines = sized.slice(0, 10).map((incident) => {
      const row = incident.people;
      const reports = incident.rows.length > 1 ? `, ${incident.rows.length} reports` : "";
      return tag(
        "li",
        {},
        tag("span", { class: "figure" }, figureOf("people", row), " ", statusTag(ARCHIVE.people[row][2])),
        tag("span", {}, releaseLink(row)),
        tag("span", { class: "note" }, tag("span", { lang: "ja" }, organizationOf(row)), ` ${ARCHIVE.published[row] ?? ""}${reports}`),
      );
    });
    document.getElementById("largest-list").replaceChildren(...(lines.length ? lines : [tag("li", { class: "none" }, "None of these tells how many people.")]));
  };

  const showChosen = () => {
    const chosen = Object.entries(selection.chosen).flatMap(([name, places]) => [...places].map((place) => [name, place]));
    const chips = chosen.map(([name, place]) => {
      const chip = tag("button", { type: "button", class: "chosen" }, `${FACETS[name].label}: `, tag("bdi", {}, FACETS[name].labels[place]), " ×");
      chip.addEventListener("click", () => facets.toggle(name, place));
      return chip;
    });
    document.getElementById("chosen").replaceChildren(...chips);
    document.getElementById("clear").hidden = !chosen.length && !search.value;
  };

  const showSelection = () => {
    selection.search(search.value);
    selection.find();
    facets.show();
    showChosen();
    showAll();
  };

  const showAll = () => {
    const incidents = incidentsOf(selection.rows);
    showSums(incidents);
    showLargest(incidents);
    charts.show(incidents, measure());
    for (const note of document.querySelectorAll("[data-measure]")) note.hidden = note.dataset.measure !== measure();
  };

  const changed = () => {
    view.page = 0;
    showSelection();
    table.page(0).draw();
  };

  const choose = (name, place) => {
    if (place >= 0 && !selection.chosen[name].has(place)) facets.toggle(name, place);
  };

  recall();
  document.querySelector(".filters").open = matchMedia("(min-width: 64rem)").matches;
  const facets = new Facets(document.getElementById("facets"), selection, changed);
  const charts = new Charts((chart, key) => {
    if (chart.id === "time") choose("year", FACETS.year.codes.indexOf(key.slice(0, 4)));
    else choose(chart.facet, key);
  });
  showSelection();
  const table = makeTable(selection, view, remember);

  search.addEventListener("input", changed);
  for (const one of measures) {
    one.addEventListener("change", () => {
      showAll();
      remember();
    });
  }
  document.getElementById("clear").addEventListener("click", () => {
    search.value = "";
    for (const places of Object.values(selection.chosen)) places.clear();
    changed();
    search.focus();
  });
  document.getElementById("warned").addEventListener("click", () => {
    FACETS.warning.codes.forEach((_, place) => place && selection.chosen.warning.add(place));
    changed();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showAll);
  document.documentElement.dataset.ready = "";
})();
