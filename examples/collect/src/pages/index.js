"use strict";
// Search, filter and order the list of sources. Without a script the whole list is there.
const STEP = 200;
const rows = [...document.querySelectorAll("#sources tbody tr")];
const body = document.querySelector("#sources tbody");
const [find, verdict, order] = ["find", "verdict", "order"].map((id) => document.getElementById(id));
const more = document.getElementById("more");
const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
const number = (row, name) => Number(row.dataset[name] ?? 0);
const orders = {
  file: () => 0,
  errors: (a, b) => number(b, "errors") - number(a, "errors"),
  body: (a, b) => (a.dataset.body ?? "").localeCompare(b.dataset.body ?? "", "zh-CN"),
  year: (a, b) => number(b, "year") - number(a, "year"),
};
let shown = STEP;

function show() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (row) =>
    (verdict.value === "" || verdict.value.split(" ").includes(row.dataset.verdict)) &&
    words.every((word) => texts.get(row).includes(word));
  const found = rows.filter(fits).sort(orders[order.value]);
  body.replaceChildren(...found.slice(0, shown));
  const count = document.getElementById("count");
  count.textContent = count.dataset.text.replace("{}", found.length);
  more.hidden = found.length <= shown;
}

function again() {
  shown = STEP;
  show();
}

find.addEventListener("input", again);
verdict.addEventListener("change", again);
order.addEventListener("change", again);
more.addEventListener("click", () => {
  const next = body.children.length;
  shown += STEP;
  show();
  // The keyboard goes on where it was.
  body.children[next]?.querySelector("a")?.focus();
});
for (const link of document.querySelectorAll("[data-find]")) {
  link.addEventListener("click", () => {
    find.value = link.dataset.find;
    verdict.value = "";
    again();
    find.focus();
  });
}
document.getElementById("controls").hidden = false;
show();
