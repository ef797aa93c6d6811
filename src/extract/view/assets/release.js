// What links cannot do alone: light up the whole of an evidence, go back from it, step from mark to mark.
"use strict";

(() => {
  const release = document.getElementById("release");
  const shows = (mark) => document.getElementById(`show-${mark.dataset.kind}`).checked;
  let lit = [];
  let cameFrom = null;

  // The pieces of the text are siblings, each named by its offset.
  const light = (start, end) => {
    darken();
    let piece = document.getElementById(`p${start}`);
    while (piece && Number(piece.id.slice(1)) < end) {
      piece.classList.add("lit");
      lit.push(piece);
      piece = piece.nextElementSibling;
    }
  };

  const darken = () => {
    for (const piece of lit) piece.classList.remove("lit");
    lit = [];
  };

  const goBack = () => {
    darken();
    // Its row becomes the page's target, so that the words are no longer.
    location.hash = cameFrom.closest("[id]").id;
    cameFrom.scrollIntoView({ block: "center" });
    cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.dataset.end) {
      cameFrom = link;
      light(Number(link.hash.slice(2)), Number(link.dataset.end));
    } else if (cameFrom && event.target.closest(".lit")) {
      event.preventDefault();
      goBack();
    }
  });

  const step = (forward) => {
    const marks = [...release.querySelectorAll(".mark:not([tabindex])")].filter(shows);
    const here = marks.indexOf(document.activeElement);
    const next = marks[here < 0 ? (forward ? 0 : marks.length - 1) : here + (forward ? 1 : -1)];
    if (next) next.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && cameFrom) goBack();
    // Letters mean something only where the text has the focus, so that they are nobody else's.
    if (!release.contains(document.activeElement)) return;
    if (event.key === "n") step(true);
    if (event.key === "p") step(false);
  });
})();
