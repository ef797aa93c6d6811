// The sides that releases are filtered by: a list of boxes each, the most frequent first.
"use strict";

const FEW = 7;
const MANY = 200;

class Facets {
  constructor(place, selection, changed) {
    this.selection = selection;
    this.changed = changed;
    this.lists = {};
    for (const facet of ARCHIVE.facets) place.append(this.made(facet));
  }

  made(facet) {
    const list = tag("ul");
    const more = tag("button", { type: "button", class: "more" });
    const sought = tag("input", { type: "search", "aria-label": `Find in ${facet.label}`, placeholder: "Find…", autocomplete: "off" });
    this.lists[facet.name] = { facet, list, more, sought, all: false };
    more.addEventListener("click", () => {
      this.lists[facet.name].all = !this.lists[facet.name].all;
      this.draw(this.lists[facet.name]);
    });
    sought.addEventListener("input", () => this.draw(this.lists[facet.name]));
    list.addEventListener("change", (event) => this.toggle(facet.name, Number(event.target.dataset.place)));
    const body = facet.name === "organization" ? [sought, list, more] : [list, more];
    return tag("fieldset", { id: `facet-${facet.name}` }, tag("legend", {}, facet.label), ...body);
  }

  toggle(name, place) {
    const chosen = this.selection.chosen[name];
    if (!chosen.delete(place)) chosen.add(place);
    this.changed();
  }

  show() {
    for (const one of Object.values(this.lists)) this.draw(one);
  }

  draw({ facet, list, more, sought, all }) {
    const counts = this.selection.counts[facet.name];
    const chosen = this.selection.chosen[facet.name];
    const word = fold(sought.value);
    const places = [...counts.keys()].filter(
      (place) => chosen.has(place) || (counts[place] && fold(facet.labels[place]).includes(word)),
    );
    const first = (place) => (chosen.has(place) ? 0 : place === 0 ? 2 : 1);
    const order =
      facet.name === "year" || facet.name === "size"
        ? (one, other) => (one === 0) - (other === 0) || numberOf(facet, other) - numberOf(facet, one)
        : (one, other) => first(one) - first(other) || counts[other] - counts[one];
    places.sort(order);
    const most = all ? MANY : FEW;
    const focused = list.contains(document.activeElement) ? document.activeElement.id : null;
    list.replaceChildren(
      ...places.slice(0, most).map((place) => {
        const box = tag("input", { type: "checkbox", id: `${facet.name}-${place}`, "data-place": place, autocomplete: "off" });
        box.checked = chosen.has(place);
        const words = tag("span", facet.name === "organization" && place ? { class: "name", lang: "ja" } : { class: "name" }, facet.labels[place]);
        return tag("li", {}, tag("label", {}, box, words, tag("span", { class: "count" }, written(counts[place]))));
      }),
    );
    if (focused) document.getElementById(focused)?.focus();
    more.hidden = places.length <= FEW;
    more.textContent = all ? "Fewer" : `All ${written(places.length)}`;
    if (all && places.length > MANY) more.textContent = `Fewer (the first ${MANY} of ${written(places.length)})`;
  }
}

// Years and bands of people stand in their own order: '2031', '10,000 – 99,999'.
const numberOf = (facet, place) => Number.parseInt(facet.labels[place].replaceAll(",", ""), 10);
