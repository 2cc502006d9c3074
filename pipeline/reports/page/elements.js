// Elements, words and numbers. Texts of documents only ever become text nodes, never markup.
const SHOWN = JSON.parse(document.getElementById("shown").textContent);
const SVG = "http://www.w3.org/2000/svg";
const view = { language: new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh", severity: "", byMoney: false, findingsShown: 25, targetsShown: 50, search: "", kind: "", unit: "", unitSearch: "", sort: null, down: false };

const rows = (name) => SHOWN[name].rows.map((row) => Object.fromEntries(SHOWN[name].columns.map((column, i) => [column, row[i]])));
const words = () => SHOWN.words[view.language];
const filled = (text, details) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in details ? details[name] : whole));
const say = (key, details = {}) => filled(words()[key], details);
const named = (group, key) => words()[group][key] ?? key;

function grown(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== "").map((one) => (one instanceof Node ? one : String(one))));
  return made;
}
const element = (tag, attributes, ...children) => grown(document.createElement(tag), attributes, children);
const drawn = (tag, attributes, ...children) => grown(document.createElementNS(SVG, tag), attributes, children);

const counted = (n) => Number(n).toLocaleString("en-US");
const rounded = (n, digits) => Number(n).toLocaleString("en-US", { maximumFractionDigits: digits });
const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)}%` : "–");

function money(yuan) {
  if (yuan === null) return "–";
  const scales = words().money;
  const [scale, told] = scales.find(([least]) => Math.abs(yuan) >= least) ?? scales.at(-1);
  return filled(told, { n: rounded(yuan / scale, 2) });
}

function place(row) {
  if (row.table === null) return row.path ?? "";
  return row.row === null || row.row === undefined ? say("place", row) : say("place_row", row);
}

// How wide a text is drawn at 12.5 pixels, near enough to cut it: a Chinese character is as wide as it is high.
const wide = (text) => [...text].reduce((sum, mark) => sum + (mark > "\u2e7f" ? 12.7 : 7), 0);
function cut(text, room) {
  if (wide(text) <= room) return text;
  const marks = [...text];
  while (marks.length > 1 && wide(marks.join("")) > room - 12) marks.pop();
  return `${marks.join("")}…`;
}

function legend(entries) {
  return element("div", { class: "legend" }, entries.map(([colour, text]) => element("span", {}, element("i", { style: `background:var(--${colour})` }), text)));
}
