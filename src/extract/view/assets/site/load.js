// A script from disk has no hash that a browser checks. This one stands in the page and has: it alone may load others.
"use strict";

for (const name of ["chart.bundle", "datatables.bundle", "data", "selection", "facets", "charts", "table", "index"]) {
  const script = document.createElement("script");
  script.src = `scripts/${name}.js`;
  script.async = false;
  document.head.append(script);
}
