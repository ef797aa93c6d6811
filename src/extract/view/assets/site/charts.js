// Incidents over time, by what happened, by item and by size, drawn by Chart.js; the same numbers as a table.
"use strict";

const MONTHS = 48;
const YEARS = 100;
const BARS = 14;
const COLOURS = { incidents: "--accent", confirmed: "--count", possible: "--date", unknown: "--soft" };

const reaches = (facet) => (incident) => [...new Set(incident.rows.flatMap((row) => FACETS[facet].rows[row]))];
const labelled = (facet) => (place) => FACETS[facet].labels[place];

// In which bars of a chart an incident stands; those of `time` are made by what there is. `across`: they lie.
const CHARTS = [
  { id: "time" },
  { id: "type", facet: "type", keys: reaches("type"), across: true },
  { id: "category", facet: "category", keys: reaches("category"), across: true },
  { id: "size", facet: "size", keys: (incident) => (incident.people === null ? [0] : FACETS.size.rows[incident.people]) },
];

// '2031-04' for as many months as can be told apart, else '2031'; without gaps, unless years lie a century apart.
const timeBars = (incidents) => {
  const days = incidents.map((incident) => ARCHIVE.published[incident.rows[0]]).filter(Boolean).sort();
  const untold = "not told";
  if (!days.length) return { keys: [untold], of: () => untold };
  const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last] = [days[0], days[days.length - 1]];
  const byMonth = days.every((day) => day.length >= 7) && monthOf(last) - monthOf(first) < MONTHS;
  const length = byMonth ? 7 : 4;
  let keys = [...new Set(days.map((day) => day.slice(0, length)))];
  if (byMonth) {
    const count = monthOf(last) - monthOf(first) + 1;
    keys = Array.from({ length: count }, (_, step) => {
      const month = monthOf(first) + step;
      return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
    });
  } else if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < YEARS) {
    const from = Number(first.slice(0, 4));
    keys = Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, step) => String(from + step).padStart(4, "0"));
  }
  if (days.length < incidents.length) keys.push(untold);
  return { keys, of: (incident) => ARCHIVE.published[incident.rows[0]]?.slice(0, length) ?? untold };
};

// Each bar's sums: status → number, in the order in which the bars stand.
const barsOf = (chart, incidents, measure) => {
  const time = chart.id === "time" ? timeBars(incidents) : null;
  const sums = new Map(time ? time.keys.map((key) => [key, {}]) : []);
  for (const incident of incidents) {
    const amount = amountOf(incident, measure);
    if (!amount) continue;
    for (const key of time ? [time.of(incident)] : chart.keys(incident)) {
      if (!sums.has(key)) sums.set(key, {});
      const sum = sums.get(key);
      sum[amount.status] = (sum[amount.status] ?? 0) + amount.value;
    }
  }
  const whole = ([, sum]) => Object.values(sum).reduce((one, other) => one + other, 0);
  let bars = [...sums];
  if (chart.id === "size") bars.sort(([one], [other]) => (one === 0) - (other === 0) || numberOf(FACETS.size, one) - numberOf(FACETS.size, other));
  if (chart.across) {
    bars.sort((one, other) => (one[0] === 0) - (other[0] === 0) || whole(other) - whole(one));
    if (bars.length > BARS) bars = [...bars.slice(0, BARS), ...bars.slice(BARS).filter(([key]) => key === 0)];
  }
  return bars.map(([key, sum]) => ({ key, label: time ? key : labelled(chart.facet)(key), sum }));
};

class Charts {
  constructor(clicked) {
    this.clicked = clicked;
    this.drawn = {};
    Chart.defaults.animation = false;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.maintainAspectRatio = false;
  }

  show(incidents, measure) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    Chart.defaults.color = colour("--soft");
    Chart.defaults.borderColor = colour("--line");
    const series = measure === "incidents" ? ["incidents"] : COUNTED;
    for (const chart of CHARTS) {
      const bars = barsOf(chart, incidents, measure);
      const told = series.filter((status) => status === series[0] || bars.some((bar) => bar.sum[status]));
      const names = told.map((status) => (status === "incidents" ? "incidents" : `${measure}, ${ARCHIVE.statuses[status]}`));
      this.draw(chart, bars, told, names, colour);
      this.write(chart, bars, told, names);
    }
  }

  draw(chart, bars, series, names, colour) {
    const canvas = document.getElementById(`chart-${chart.id}`);
    if (chart.across) canvas.parentElement.style.height = `${Math.max(8, bars.length * 1.6 + 4)}rem`;
    const number = { stacked: true, beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 6, callback: short }, border: { display: false } };
    const name = { stacked: true, grid: { display: false }, ticks: { autoSkip: !chart.across, maxRotation: 0 } };
    const data = {
      labels: bars.map((bar) => bar.label),
      datasets: series.map((status, index) => ({
        label: names[index],
        data: bars.map((bar) => bar.sum[status] ?? 0),
        backgroundColor: colour(COLOURS[status]),
        borderRadius: 2,
        maxBarThickness: 34,
      })),
    };
    const options = {
      indexAxis: chart.across ? "y" : "x",
      scales: chart.across ? { x: number, y: name } : { x: name, y: number },
      plugins: { legend: { display: series.length > 1, position: "bottom", labels: { boxWidth: 12 } } },
      onClick: (_, [hit]) => hit && this.clicked(chart, bars[hit.index].key),
    };
    const drawn = this.drawn[chart.id];
    if (drawn) {
      Object.assign(drawn, { data, options });
      drawn.update();
    } else {
      this.drawn[chart.id] = new Chart(canvas, { type: "bar", data, options });
    }
  }

  write(chart, bars, series, names) {
    const cells = (name, texts) => texts.map((text) => tag(name, name === "th" ? { scope: "col" } : { class: "number" }, text));
    const rows = bars.map((bar) =>
      tag("tr", {}, tag("th", { scope: "row" }, bar.label), ...cells("td", series.map((status) => written(bar.sum[status] ?? 0)))),
    );
    const head = tag("thead", {}, tag("tr", {}, ...cells("th", ["", ...names].map((name) => name || "Bar"))));
    document.getElementById(`numbers-${chart.id}`).replaceChildren(head, tag("tbody", {}, ...rows));
  }
}

const short = (value) => Intl.NumberFormat("en", { notation: "compact" }).format(value);
