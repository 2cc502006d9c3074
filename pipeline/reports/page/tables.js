// The findings, and all targets: searched, filtered, sorted.
const PROJECTS = new Map(rows("projects").map((project) => [project.id, project]));
const ADVICE = new Map(rows("advice").map((one) => [one.code, one]));
const FINDINGS = rows("findings");
// Where there are several, a finding says of which unit and in which document.
const UNITS = new Map(SHOWN.unit ? [] : rows("units").map((unit) => [unit.unit, unit.name]));
const SEVERAL = new Set(FINDINGS.map((row) => row.path)).size > 1;
const SIGNS = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "~": "≈" };

function parse(row) {
  const number = (value) => rounded(value, 6), measure = row.measure ?? "";
  if (row.low !== null || row.high !== null) {
    if (row.low === row.high) return `${number(row.low)} ${measure}`;
    if (row.low === null || row.high === null) return `${SIGNS[row.operator] ?? (row.low === null ? "≤" : "≥")} ${number(row.low ?? row.high)} ${measure}`;
    return `${number(row.low)} – ${number(row.high)} ${measure}`;
  }
  const day = (date) => (row.due === "year" ? date.slice(0, 4) : row.due === "month" ? date.slice(0, 7) : date);
  if (row.due_start && row.due_end) return [...new Set([day(row.due_start), day(row.due_end)])].join(" – ");
  if (row.due_end) return say("until", { day: day(row.due_end) });
  if (row.due_start) return say("from", { day: day(row.due_start) });
  return row.kind === "qualitative" ? "" : say("no_value");
}

function finding(row) {
  const own = (key) => ADVICE.get(row.code)?.[`${key}_${view.language}`];
  const facts = [["evidence", row.evidence], ["action", own("action")], ["innocent", own("innocent")]].filter(([, told]) => told);
  const unit = UNITS.size > 1 ? UNITS.get(row.unit) : "";
  const about = [unit === row.path ? "" : unit, row.project_name, row.indicator, row.table !== null && SEVERAL ? row.path : "", place(row), named("criteria", row.criterion), row.amount === null ? "" : say("amount", { amount: money(row.amount) }), row.found_by === "reading" ? say("found_reading") : ""];
  return element("article", { class: "finding", "data-severity": row.severity, "data-amount": row.amount },
    element("span", { class: `grade ${row.severity}` }, named("severities", row.severity)),
    element("div", {}, element("div", { class: "problem" }, row[view.language]), element("div", { class: "about" }, about.filter(Boolean).join(" · ")),
      element("dl", {}, facts.map(([key, told]) => [element("dt", {}, say(key)), element("dd", {}, told)]))));
}

function chosen_findings() {
  const found = FINDINGS.filter((row) => !view.severity || row.severity === view.severity);
  return view.byMoney ? found.sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1)) : found;
}

function toggle(label, pressed, click) {
  return element("button", { type: "button", "aria-pressed": String(pressed), onclick: click }, label);
}

function findings_part() {
  const part = element("div", {});
  const fill = () => {
    const found = chosen_findings(), first = printing ? found : found.slice(0, view.findingsShown);
    const choose = (change) => () => (Object.assign(view, change), fill());
    const grades = ["", ...Object.keys(SHOWN.severities).filter((grade) => SHOWN.severities[grade])];
    part.replaceChildren(
      element("div", { class: "tools", id: "finding-tools" },
        grades.map((grade) => toggle(grade ? `${named("severities", grade)} ${SHOWN.severities[grade]}` : say("all"), view.severity === grade, choose({ severity: grade }))),
        toggle(say("by_grade"), !view.byMoney, choose({ byMoney: false })), toggle(say("by_money"), view.byMoney, choose({ byMoney: true })),
        element("span", { class: "count" }, say("shown", { n: first.length, all: found.length }))),
      ...(first.length ? first.map(finding) : [element("p", { class: "fine" }, say("none"))]),
      first.length < found.length ? element("p", { class: "tools" }, element("button", { type: "button", onclick: choose({ findingsShown: found.length }) }, `+ ${found.length - first.length}`)) : "",
    );
  };
  fill();
  return part;
}

const TARGETS = rows("targets");
function seen(row) {
  return { project: PROJECTS.get(row.project)?.name ?? "", class: row.class ?? "", name: row.name ?? "", text: [row.part, row.text].filter(Boolean).join("："), parse: parse(row), kind: named("kinds", row.kind), where: place(row) };
}

function sorted_by(found, column) {
  const key = (row) => (column === "parse" ? row.from.low ?? row.from.high ?? row.from.due_end ?? row.from.due_start ?? "" : column === "where" ? row.from.order : row.seen[column]);
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : typeof a === "number" ? -1 : typeof b === "number" ? 1 : a.localeCompare(b, "zh"));
  return found.sort((a, b) => (view.down ? -1 : 1) * compare(key(a), key(b)));
}

function targets_part() {
  const all = TARGETS.map((row, order) => ({ from: { ...row, order }, seen: seen(row), unit: PROJECTS.get(row.project)?.unit }));
  const body = element("tbody", {}), count = element("span", { class: "count" }), rest = element("p", { class: "tools" });
  const heads = Object.keys(words().columns);
  const fill = () => {
    const wanted = view.search.trim().toLowerCase();
    let found = all.filter((row) => (!view.kind || row.from.kind === view.kind) && (!view.unit || row.unit === view.unit)
      && (!wanted || Object.values(row.seen).join("\n").toLowerCase().includes(wanted)));
    if (view.sort) found = sorted_by(found, view.sort);
    count.textContent = say("shown", { n: found.length, all: all.length });
    rest.replaceChildren(printing || found.length <= view.targetsShown ? "" : element("button", { type: "button", onclick: () => (Object.assign(view, { targetsShown: found.length }), fill()) }, `+ ${found.length - view.targetsShown}`));
    const first = printing ? found : found.slice(0, view.targetsShown);
    body.replaceChildren(...first.map((row) => element("tr", { class: row.from.status === "clean" ? null : "doubt" },
      heads.map((head) => element("td", { class: head, "data-head": words().columns[head] }, row.seen[head])))));
    for (const head of table.querySelectorAll("th")) head.setAttribute("aria-sort", head.dataset.column === view.sort ? (view.down ? "descending" : "ascending") : "none");
  };
  const pick = (column) => () => (Object.assign(view, { down: view.sort === column && !view.down, sort: column }), fill());
  const table = element("table", { class: "targets" }, element("thead", {}, element("tr", {}, heads.map((head) =>
    element("th", { "data-column": head, scope: "col" }, element("button", { type: "button", onclick: pick(head) }, words().columns[head]), element("span", { class: "on-paper" }, words().columns[head]))))), body);
  const choice = (name, label, options) => element("select", { id: `by-${name}`, "aria-label": label, onchange: (event) => (Object.assign(view, { [name]: event.target.value }), fill()) },
    element("option", { value: "" }, `${label}：${say("all")}`), options.map(([value, told]) => element("option", { value, selected: view[name] === value ? "" : null }, told)));
  const units = rows("units").filter((unit) => all.some((row) => row.unit === unit.unit)).map((unit) => [unit.unit, unit.name]);
  const kinds = [...new Set(TARGETS.map((row) => row.kind))].map((kind) => [kind, named("kinds", kind)]);
  const search = element("input", { type: "search", id: "search", placeholder: say("search"), "aria-label": say("search"), value: view.search, oninput: (event) => (Object.assign(view, { search: event.target.value }), fill()) });
  fill();
  return element("div", {}, element("div", { class: "tools" }, search, choice("unit", say("units"), units), choice("kind", words().columns.kind, kinds), count), element("div", { class: "wide" }, table), rest);
}
