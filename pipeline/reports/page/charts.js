// The charts: each is given the room in pixels and gives an SVG.
function chart(width, height, label, ...children) {
  return drawn("svg", { class: "chart", xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, ...children);
}
const text = (x, y, content, kind = "", anchor = "start") => drawn("text", { x, y, class: kind, "text-anchor": anchor }, content);
const box = (x, y, width, height, kind, told) => drawn("rect", { x, y, width: Math.max(width, 0), height, rx: 2, class: kind }, told ? drawn("title", {}, told) : null);
const line = (x1, y1, x2, y2, kind) => drawn("line", { x1, y1, x2, y2, class: kind });

function hatched() {
  const pattern = { id: "hatched", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return drawn("defs", {}, drawn("pattern", pattern, line(0, 0, 0, 7, "hatch")));
}

// Rows with a name: beside the bar where there is room, else above it.
function named_rows(width, n, beside, above) {
  const stacked = width < 560;
  const room = stacked ? 0 : Math.min(width * 0.36, 300);
  return { stacked, left: room, step: stacked ? above : beside, height: n * (stacked ? above : beside), room: (stacked ? width : room) - 14 };
}

// What of a budget is printed without its sources.
const not_split = (unit) => Math.max((unit.budget ?? 0) - (unit.fiscal ?? 0) - (unit.other ?? 0), 0);

function budgets(width) {
  const units = rows("units").slice(0, 20);
  const set = named_rows(width, units.length, 30, 48), right = 92;
  const most = Math.max(...units.map((unit) => Math.max(unit.budget ?? 0, (unit.fiscal ?? 0) + (unit.other ?? 0))), 1);
  const long = width - set.left - right;
  const bars = units.map((unit, i) => {
    const y = i * set.step, at = set.stacked ? y + 22 : y + 6;
    const parts = [["main", unit.fiscal ?? 0, "fiscal"], ["amber", unit.other ?? 0, "other"], ["pale", not_split(unit), "not_split"]].filter(([, amount]) => amount);
    let x = set.left;
    const made = parts.map(([kind, amount, key]) => {
      const part = box(x, at, (long * amount) / most, 17, kind, `${unit.name}：${say(key)} ${money(amount)}`);
      x += (long * amount) / most;
      return part;
    });
    return [text(0, set.stacked ? y + 14 : y + 19, cut(unit.name ?? say("no_name"), set.room), ""), made, text(x + 8, at + 13, money(unit.budget), "soft")];
  });
  return chart(width, set.height, say("by_unit"), bars);
}

function heat(width) {
  const cells = rows("classes");
  const classes = [...new Map(cells.map((cell) => [cell.class, cell])).values()];
  const units = rows("units").slice(0, 40).filter((unit) => cells.some((cell) => cell.unit === unit.unit));
  const at = new Map(cells.map((cell) => [`${cell.unit}\n${cell.class}`, cell]));
  const stacked = width < 640, left = stacked ? 0 : 230, step = stacked ? 66 : 46, tall = 40, tall_head = 86;
  const each = (width - left) / Math.max(classes.length, 1);
  const short = (cell) => words().classes[cell.class] ?? cell.name.replace(/指标$/, "").replace(/^服务对象/, "");
  const upright = classes.some((cell) => 0.9 * wide(short(cell)) > each - 2);
  const top = upright ? tall_head : 32;
  const heads = classes.map((cell, i) => {
    const x = left + (i + 0.5) * each;
    return upright
      ? drawn("text", { class: "soft small", transform: `translate(${x + 4} ${top - 8}) rotate(-90)` }, cut(short(cell), tall_head))
      : text(x, top - 12, short(cell), "soft small", "middle");
  });
  const body = units.map((unit, r) => {
    const y = top + r * step + (stacked ? 20 : 0);
    const row = classes.map((one, i) => {
      const cell = at.get(`${unit.unit}\n${one.class}`), x = left + i * each + 1.5, long = each - 3;
      if (!cell) return box(x, y, long, tall, "gap", `${unit.name}：${short(one)}：${say("heat_gap")}`);
      const share = cell.quantified / cell.n, middle = x + long / 2;
      const fill = `fill: color-mix(in srgb, var(--main) ${Math.round(12 + 88 * share)}%, var(--heat-low))`;
      const ink = share > 0.5 ? "fill: var(--on-heat)" : "";
      const told = `${unit.name}：${short(one)}：${cell.quantified} / ${cell.n}`;
      return drawn("g", {}, drawn("title", {}, told), drawn("rect", { x, y, width: long, height: tall, rx: 3, style: fill }),
        drawn("text", { x: middle, y: y + 18, "text-anchor": "middle", class: "strong", style: `${ink};font-size:${each < 46 ? 11 : 13}px` }, `${Math.round(100 * share)}${each < 46 ? "" : "%"}`),
        drawn("text", { x: middle, y: y + 33, "text-anchor": "middle", class: "small", style: ink }, cell.n));
    });
    return [text(0, stacked ? y - 6 : y + 25, cut(unit.name ?? say("no_name"), (stacked ? width : left) - 14)), row];
  });
  return chart(width, top + units.length * step + (stacked ? 4 : 0), say("heat"), hatched(), heads, body);
}

const COMPARED = { reconciled: "green", differs: "red", part: "amber", price: "amber", not_testable: "untold" };
function costs(width) {
  const projects = rows("projects").slice(0, 40);
  const set = named_rows(width, projects.length, 29, 50), right = set.stacked ? 0 : 150, top = 20;
  const long = width - set.left - right, most = 1.3, line_at = set.left + long / most;
  const bars = projects.map((project, i) => {
    const y = top + i * set.step, at = set.stacked ? y + 21 : y + 5, tall = 16;
    const testable = project.cost !== null && project.budget > 0 && project.comparison !== "not_testable";
    const share = testable ? project.cost / project.budget : most;
    const told = `${project.name}：${say("cost_of", { cost: money(project.cost), budget: money(project.budget) })}`;
    const apart = project.comparison === "differs" ? say("apart", { amount: money(project.difference) }) : testable && share !== 1 ? `${rounded(100 * share, 1)}%` : "";
    const label = `${named("comparisons", project.comparison)}${apart ? say("between") : ""}${apart}`;
    const name = cut(project.name ?? say("no_name"), set.stacked ? set.room - wide(label) - 8 : set.room);
    return [text(0, set.stacked ? y + 14 : at + 13, name), box(set.left, at, long, tall, "track"),
      box(set.left, at, (long * Math.min(share, most)) / most, tall, COMPARED[project.comparison] ?? "pale", told),
      testable ? null : text(set.left + 9, at + 12, named("reasons", project.reason ?? ""), "soft small"),
      line(line_at, at - 3, line_at, at + tall + 3, "mark"),
      set.stacked ? text(width, y + 14, label, "soft", "end") : text(width - right + 14, at + 13, cut(label, right - 14), "soft")];
  });
  return chart(width, top + set.height, say("cost"), text(line_at, 12, say("cost_line"), "soft small", "middle"), bars);
}

const DUE = { inside: "main", no_year: "pale", outside: "red" };
function deadlines(width) {
  const found = rows("deadlines"), tall = 168, top = 20, long = width / 14;
  const sums = Array.from({ length: 14 }, (_, month) => found.filter((one) => one.month === month).reduce((sum, one) => sum + one.n, 0));
  const most = Math.max(...sums, 1);
  const bars = sums.map((sum, month) => {
    let y = top + tall;
    const parts = Object.keys(DUE).flatMap((kind) => found.filter((one) => one.month === month && one.kind === kind)).map((one) => {
      const height = (tall * one.n) / most;
      y -= height;
      return box(month * long + long * 0.14, y, long * 0.72, height, DUE[one.kind], `${named("due_kinds", one.kind)}: ${one.n}`);
    });
    const narrow = width < 480, label = month === 0 ? (narrow ? "←" : say("due_before")) : month === 13 ? (narrow ? "→" : say("due_after")) : narrow ? month : say("month", { n: month });
    const x = (month + 0.5) * long;
    const [label_at, anchor] = month === 0 ? [0, "start"] : month === 13 ? [width, "end"] : [x, "middle"];
    return [parts, sum ? text(x, y - 5, sum, "strong small", "middle") : null, text(label_at, top + tall + 18, label, `soft ${width < 560 ? "small" : ""}`, anchor)];
  });
  const edges = [1, 13].map((month) => drawn("line", { x1: month * long, x2: month * long, y1: top, y2: top + tall + 22, class: "axis", "stroke-dasharray": "3 3" }));
  return chart(width, top + tall + 28, say("due"), line(0, top + tall, width, top + tall, "axis"), edges, bars);
}

function thresholds(width) {
  const found = rows("satisfaction"), step = 30, left = 74;
  const most = Math.max(...found.map((one) => one.n), 1), long = width - left - 44;
  const bars = found.map((one, i) => {
    const label = one.threshold === null ? say("satisfaction_none") : `${rounded(one.threshold, 1)}%`, y = i * step;
    return [text(left - 12, y + 19, label, "", "end"), box(left, y + 6, (long * one.n) / most, 17, one.threshold === null ? "pale" : "main"), text(left + (long * one.n) / most + 8, y + 19, one.n, "soft")];
  });
  return chart(width, Math.max(found.length * step, 1), say("satisfaction"), bars);
}

// A copy that stands alone: in light colours, with its own style.
function alone(svg) {
  const copy = svg.cloneNode(true);
  copy.classList.add("saved");
  copy.prepend(drawn("style", {}, document.getElementById("chart-style").textContent), drawn("rect", { width: "100%", height: "100%", fill: "#fff" }));
  return new XMLSerializer().serializeToString(copy);
}

function handed(address, name) {
  element("a", { href: address, download: name }).click();
}

function save(svg, name, picture) {
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(svg))}`;
  if (!picture) return handed(address, `${name}.svg`);
  const image = new Image();
  image.onload = () => {
    const canvas = element("canvas", { width: 2 * svg.width.baseVal.value, height: 2 * svg.height.baseVal.value });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    handed(canvas.toDataURL("image/png"), `${name}.png`);
  };
  image.src = address;
}
