// The page as a whole, made anew when its language, its width or its colours change.
let printing = false;
const PAPER = 690;

function section(title, lead, ...children) {
  return element("section", {}, element("div", { class: "head" }, element("h2", {}, title)), lead ? element("p", { class: "lead" }, lead) : "", ...children);
}

// A chart is drawn when its place is known to be so wide.
const waiting = [];
const ASKED = { budgets: "units", quantified: "classes", costs: "projects", deadlines: "deadlines", satisfaction: "satisfaction" };
function charted(title, lead, name, draw, keys, ...below) {
  if (!SHOWN[ASKED[name]].rows.length || (name === "budgets" && rows("units").every((unit) => unit.budget === null))) return section(title, lead, element("p", {}, say("none")));
  const place = element("div", { class: "drawing" });
  const keep = (picture) => () => save(place.querySelector("svg"), name, picture);
  waiting.push(() => place.replaceChildren(draw(printing ? PAPER : Math.max(Math.floor(place.clientWidth), 240))));
  return element("section", { id: name },
    element("div", { class: "head" }, element("h2", {}, title), element("div", { class: "buttons" },
      element("button", { type: "button", onclick: keep(false) }, say("save_svg")), element("button", { type: "button", onclick: keep(true) }, say("save_png")))),
    element("p", { class: "lead" }, lead), keys ? legend(keys) : "", place, ...below);
}

function more(name, n) {
  const all = SHOWN[name].rows[0]?.[SHOWN[name].columns.indexOf("n_all")] ?? 0;
  return all > n ? element("p", { class: "fine" }, say("more", { all: counted(all), n: counted(n) })) : "";
}

function figure(name, value, beside = "") {
  return element("div", { class: "figure" }, element("div", { class: "name" }, name), element("div", { class: "value" }, value), element("div", { class: "beside" }, beside));
}

function figures() {
  const totals = SHOWN.totals, grades = SHOWN.severities;
  const of_all = () => {
    const [checks, broken] = SHOWN.checks;
    return [
      figure(say("documents"), counted(totals.documents), totals.rejected ? say("rejected_documents", { n: totals.rejected }) : ""),
      figure(say("checks"), broken ? say("checks_broken", { n: checks, broken }) : `${checks} / ${checks}`, broken ? "" : say("checks_pass", { n: checks }))];
  };
  return element("section", { class: "bare" }, element("div", { class: "figures" },
    figure(say("budget"), money(totals.budget_total), totals.without_budget ? say("without_budget", { n: counted(totals.without_budget) }) : ""),
    figure(say("projects"), counted(totals.projects), SHOWN.unit || !totals.budget_units ? "" : `${say("units")} ${counted(totals.budget_units)}`),
    figure(say("indicators"), counted(totals.indicators), `${say("quantified")} ${percent(totals.quantified, totals.indicators)}`),
    figure(say("findings"), counted(grades.error + grades.warning), say("notes", { n: counted(grades.note) })),
    SHOWN.unit ? "" : of_all()));
}

function heading() {
  return SHOWN.unit ? `${SHOWN.unit} ${SHOWN.year ?? ""}`.trim() : say("title");
}

function turn(language) {
  view.language = language;
  shown();
}

function top() {
  const paths = SHOWN.sources?.rows.map(([path]) => path) ?? [];
  const source = SHOWN.unit ? element("a", { href: "../report.html" }, say("all_units")) : paths.length === 1 ? paths[0] : say("made_of", { n: counted(SHOWN.totals.documents) });
  const other = view.language === "zh" ? "en" : "zh";
  return element("header", { class: "top" },
    element("div", {}, element("h1", {}, heading()), element("p", { class: "source" }, source), element("p", { class: "fine" }, say("offline"))),
    element("div", { class: "buttons" },
      element("button", { type: "button", id: "language", title: say("switch_title"), onclick: () => turn(other) }, say("switch")),
      element("button", { type: "button", id: "theme", onclick: () => paint(document.documentElement.dataset.theme === "dark" ? "light" : "dark") }, say("theme")),
      element("button", { type: "button", onclick: () => print() }, say("print"))));
}

function outside() {
  const found = rows("outside");
  if (!found.length) return [];
  return [element("p", { class: "fine" }, `${say("due_outside")}：`), element("div", { class: "wide" }, element("table", { class: "targets" }, element("tbody", {}, found.map((row) => element("tr", {},
    [["project", row.project ?? ""], ["name", row.name], ["text", row.text], ["where", place(row)]].map(([head, told]) =>
      element("td", { class: head, "data-head": words().columns[head] }, told))))))), more("outside", found.length)];
}

function rejected() {
  if (!SHOWN.rejected.length) return "";
  return section(say("rejected"), "", SHOWN.rejected.map((row) => element("article", { class: "finding" },
    element("span", { class: `grade ${row.severity}` }, named("severities", row.severity)),
    element("div", {}, element("div", { class: "problem" }, row[`message_${view.language}`]), element("div", { class: "about" }, row.path), element("dl", {}, element("dt", {}, say("action")), element("dd", {}, row[`action_${view.language}`]))))));
}

// The pages of the units, of which one is looked for by its name.
function units_part() {
  const list = element("ul", { class: "units" });
  const fill = () => {
    const found = SHOWN.pages.filter(([, name, year]) => `${name} ${year}`.toLowerCase().includes(view.unitSearch.trim().toLowerCase()));
    const first = printing ? found : found.slice(0, 60);
    list.replaceChildren(...first.map(([page, name, year, budget, grave]) => element("li", {},
      element("a", { href: encodeURI(page) }, name ?? say("no_name")), " ", element("span", { class: "fine" }, `${year ?? ""} · ${money(budget)} · ${say("findings")} ${counted(grave)}`))));
    count.textContent = say("shown", { n: first.length, all: found.length });
  };
  const count = element("span", { class: "count" });
  const search = element("input", { type: "search", id: "unit-search", placeholder: say("search"), "aria-label": say("search"), value: view.unitSearch, oninput: (event) => (Object.assign(view, { unitSearch: event.target.value }), fill()) });
  fill();
  return element("div", {}, element("div", { class: "tools" }, search, count), list);
}

function lists() {
  return [
    section(say("all_findings"), say("all_findings_lead"), findings_part(), more("findings", FINDINGS.length)),
    SHOWN.unit ? "" : rejected(),
    section(say("all_targets"), say("all_targets_lead"), targets_part(), more("targets", TARGETS.length)),
    element("p", { class: "fine" }, say("version", { version: SHOWN.version })),
  ];
}

function cost_part() {
  return charted(say("cost"), say("cost_lead"), "costs", costs, null, more("projects", Math.min(SHOWN.projects.rows.length, 40)));
}

function parts() {
  if (SHOWN.unit) return [top(), figures(), cost_part(), ...lists()];
  const sources = [["main", "fiscal", (unit) => unit.fiscal], ["amber", "other", (unit) => unit.other], ["main-soft", "not_split", not_split]];
  const shown = sources.filter(([, , of]) => rows("units").some((unit) => of(unit) > 0));
  return [
    top(), figures(), SHOWN.pages ? section(say("unit_pages"), say("unit_pages_lead"), units_part()) : "",
    charted(say("by_unit"), say("by_unit_lead"), "budgets", budgets, shown.every(([, key]) => key === "fiscal") ? null : shown.map(([colour, key]) => [colour, say(key)]), more("units", Math.min(SHOWN.units.rows.length, 20))),
    charted(say("heat"), say("heat_lead"), "quantified", heat, null),
    cost_part(),
    element("div", { class: "pair" },
      charted(say("due"), say("due_lead"), "deadlines", deadlines, Object.entries(DUE).map(([kind, colour]) => [colour === "pale" ? "main-soft" : colour, named("due_kinds", kind)]), ...outside()),
      charted(say("satisfaction"), say("satisfaction_lead"), "satisfaction", thresholds, null)),
    ...lists(),
  ];
}

function shown() {
  waiting.length = 0;
  document.documentElement.lang = view.language === "zh" ? "zh-CN" : "en";
  document.title = heading();
  document.getElementById("page").replaceChildren(...parts());
  for (const draw of waiting) draw();
}

function paint(theme) {
  document.documentElement.dataset.theme = theme;
}

paint(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
shown();
let width = innerWidth, painted = "";
addEventListener("resize", () => {
  if (innerWidth !== width && !printing) for (const draw of waiting) draw();
  width = innerWidth;
});
addEventListener("beforeprint", () => {
  painted = document.documentElement.dataset.theme;
  printing = true;
  paint("light");
  shown();
});
addEventListener("afterprint", () => {
  printing = false;
  paint(painted);
  shown();
});
