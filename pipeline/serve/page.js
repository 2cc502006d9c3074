// The page on which documents are laid: what it shows is what the server says, asked again and again while it works.
const LIMITS = SHOWN.limits, MANY = 11;
let state = { phase: "waiting", documents: [] };
let refusals = [], adding = "", isOver = false, before = "";

const bytes = (n) => (n >= 1 << 30 ? `${rounded(n / (1 << 30), 1)} GB` : n >= 1 << 20 ? `${rounded(n / (1 << 20), 1)} MB` : `${rounded(Math.max(n / 1024, 0.1), 1)} KB`);
const limits = () => ({ document: bytes(LIMITS.document), documents: bytes(LIMITS.documents), number: counted(LIMITS.number) });
const button = (text, click, more = {}) => element("button", { type: "button", onclick: click, ...more }, text);
const isBusy = () => state.phase === "running" || adding !== "";

// ── What is asked of the server ──

async function ask(method, path, body) {
  try {
    const answer = await fetch(path, { method, body, cache: "no-store" });
    const told = await answer.json().catch(() => ({}));
    return answer.ok ? told : { refused: told.refused ?? "unreadable" };
  } catch {
    return null;
  }
}

// A request without an answer: the program has stopped, or the document cannot be read by the browser. The server knows.
async function renew(found) {
  if (!found?.phase) found = await ask("GET", "state");
  state = found?.phase ? found : { phase: "gone", documents: [] };
  show();
}

async function command(name) {
  refusals = [];
  const found = await ask("POST", name);
  if (found?.refused) refusals = [say_refused(found.refused, "")];
  await renew(found);
  if (state.phase === "running") watch();
}

async function watch() {
  while (state.phase === "running") {
    await new Promise((wake) => setTimeout(wake, 300));
    await renew();
  }
}

async function end() {
  if (!confirm(say("end_asked"))) return;
  await ask("POST", "end");
  state = { phase: "ended", documents: [] };
  show();
}

const say_refused = (why, name) => filled(named("refused", why), { name, ...limits() });

function refused_here(file) {
  if (file.size > LIMITS.document) return "document_too_large";
  if (state.documents.length >= LIMITS.number) return "too_many_documents";
  return state.documents.reduce((sum, one) => sum + one.bytes, 0) + file.size > LIMITS.documents ? "documents_too_large" : "";
}

async function add(files) {
  if (isBusy()) return;
  refusals = [];
  let shownAt = 0;
  for (const [name, file] of files) {
    adding = name;
    if (performance.now() - shownAt > 150) {
      show();
      shownAt = performance.now();
    }
    const path = `documents/${encodeURIComponent(name.toWellFormed?.() ?? name)}`;
    const here = refused_here(file);
    const told = here ? { refused: here } : ((await ask("POST", path, file)) ?? { refused: "unreadable" });
    if (told.refused) refusals.push(say_refused(told.refused, name));
    else state = { phase: "waiting", documents: [...state.documents, { name: told.name, bytes: file.size }] };
  }
  adding = "";
  await renew();
}

// ── Files and folders that are dropped or chosen ──

const chosen = (list) => [...list].map((file) => [file.webkitRelativePath || file.name, file]);

async function dropped(items) {
  const entries = [...items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const entry of entries) found.push(...(entry instanceof File ? [[entry.name, entry]] : entry ? await below(entry, "") : []));
  return found;
}

async function below(entry, above) {
  const name = above + entry.name;
  if (entry.isFile) return [[name, await new Promise((done, fail) => entry.file(done, fail))]];
  const reader = entry.createReader(), found = [];
  for (let some = null; !some || some.length; ) {
    some = await new Promise((done, fail) => reader.readEntries(done, fail));
    for (const one of some) found.push(...(await below(one, `${name}/`)));
  }
  return found;
}

// ── What is shown ──

function sheet() {
  const line = (d) => drawn("path", { d, fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round" });
  return drawn("svg", { viewBox: "0 0 32 32", "aria-hidden": "true" }, line("M19 4H9a2 2 0 0 0-2 2v20a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V10z"), line("M19 4v6h6"), line("M16 23v-9"), line("M12.5 17.5 16 14l3.5 3.5"));
}

function picker(id, more) {
  return element("input", { type: "file", id, multiple: "", ...more, onchange: (event) => add(chosen(event.target.files)) });
}

function drop() {
  const small = state.documents.length > 0;
  const pick = (id) => () => document.getElementById(id).click();
  return element("div", { class: `drop${small ? " small" : ""}${isOver ? " over" : ""}`, id: "drop" },
    sheet(), element("div", { class: "call" }, say("drop")),
    element("div", { class: "buttons" }, button(say("choose"), pick("files")), button(say("choose_folder"), pick("folder")), picker("files", {}), picker("folder", { webkitdirectory: "" })),
    element("p", { class: "fine" }, say("kinds")), element("p", { class: "fine" }, say("limits", limits())));
}

function documents() {
  if (!state.documents.length) return "";
  const isRun = ["done", "nothing", "failed", "no_room"].includes(state.phase);
  return element("section", { id: "documents" },
    element("div", { class: "head" }, element("h2", {}, say("documents", { n: counted(state.documents.length) }))),
    element("ul", { class: "documents" }, state.documents.map((one) => element("li", {},
      element("span", { class: "name" }, one.name), element("span", { class: "size" }, bytes(one.bytes)),
      isBusy() ? "" : button("×", async () => renew(await ask("DELETE", `documents/${encodeURIComponent(one.name)}`)), { class: "remove", title: say("remove", one), "aria-label": say("remove", one) })))),
    isBusy() ? "" : element("div", { class: "actions" }, button(say(isRun ? "again" : "start"), () => command("run"), { class: isRun ? "" : "primary", id: "start" }), button(say("clear"), () => command("clear"), { class: "quiet" })));
}

function progress() {
  const told = adding ? say("adding", { name: adding }) : named("stages", state.stage);
  const count = !adding && state.total ? say("step", { done: counted(state.done), total: counted(state.total) }) : "";
  const bar = element("progress", state.total && !adding ? { max: state.total, value: state.done } : {});
  return element("section", { id: "progress", "aria-live": "polite" }, element("div", { class: "step" }, element("span", { class: "name" }, told), element("span", { class: "size" }, count)),
    bar, adding ? "" : element("div", { class: "actions" }, button(say("stop"), () => command("stop"), { class: "quiet", id: "stop" })));
}

const tile = (key, name, lead, more = {}, size = "") => element("a", { class: "tile", href: `files/${key}`, ...more }, element("b", {}, name), element("span", {}, lead, size ? element("span", { class: "size" }, size) : ""));
const look = (key, name, lead, more = {}) => tile(key + (view.language === "en" ? "?lang=en" : ""), name, lead, { target: "_blank", rel: "noopener", ...more });

const form = (one) => look(one.key, one.name, say("form_lead", { n: counted(one.findings) }));

function results() {
  const totals = state.totals, facts = { documents: counted(totals.documents), projects: counted(totals.projects), budget: money(totals.budget_total === null ? null : Number(totals.budget_total)) };
  return element("section", { id: "results" },
    element("h2", {}, say("done")), element("p", {}, say("done_lead", facts)),
    element("div", { class: "grades" }, Object.entries(state.severities).filter(([, n]) => n).map(([grade, n]) => element("span", { class: `grade ${grade}` }, `${named("severities", grade)} ${counted(n)}`))),
    state.checks[1] ? element("p", { class: "refusal" }, say("checks_broken", { n: state.checks[1] })) : "",
    element("h3", {}, say("look")),
    element("div", { class: "tiles" }, look("report", say("report"), say("report_lead"), { class: "tile first", id: "report" }),
      state.forms.slice(0, MANY).map(form)),
    state.forms.length > MANY ? element("details", {}, element("summary", { class: "fine" }, say("more_files", { n: counted(state.forms.length - MANY) })), element("div", { class: "tiles" }, state.forms.slice(MANY).map(form))) : "",
    element("h3", {}, say("downloads")),
    element("div", { class: "tiles", id: "downloads" }, state.downloads.map((one) =>
      tile(one.key, named("download_names", one.key), named("download_leads", one.key), { download: one.name }, bytes(one.bytes)))));
}

function inputs() {
  if (!state.inputs?.length) return "";
  return element("section", { id: "inputs" }, element("h2", {}, say("inputs")), state.inputs.map((row) => element("article", { class: "finding" },
    element("span", { class: `grade ${row.severity}` }, named("severities", row.severity)),
    element("div", {}, element("div", { class: "problem" }, row[`message_${view.language}`]), element("div", { class: "about" }, row.path || row.evidence || ""),
      element("dl", {}, element("dt", {}, say("action")), element("dd", {}, row[`action_${view.language}`]))))));
}

function outcome() {
  if (state.phase === "running" || adding) return progress();
  if (state.phase === "done") return results();
  if (state.phase === "nothing") return element("section", { id: "nothing" }, element("h2", {}, say("nothing")), element("p", {}, say("nothing_lead")));
  if (state.phase === "no_room") return element("section", { id: "failed" }, element("p", { class: "refusal" }, say("no_room")));
  if (state.phase === "failed") return element("section", { id: "failed" }, element("p", { class: "refusal" }, say("failed", state)));
  return "";
}

function top() {
  const other = view.language === "zh" ? "en" : "zh";
  return element("header", { class: "top" }, element("div", {}, element("h1", {}, say("title")), element("p", { class: "source" }, say("lead"))),
    element("div", { class: "buttons" }, button(say("switch"), () => ((view.language = other), show()), { id: "language" })));
}

function parts() {
  if (["ended", "gone"].includes(state.phase)) return [top(), element("section", { id: "ended" }, element("p", {}, say(state.phase)))];
  const isDone = ["done", "nothing", "no_room", "failed"].includes(state.phase);
  const laid = [state.phase === "running" ? "" : drop(), refusals.map((one) => element("p", { class: "refusal", role: "alert" }, one)), documents()];
  const found = [outcome(), inputs()];
  return [top(), ...(isDone && !adding ? [found, laid] : [laid, found]), element("p", { class: "private" }, say("private")),
    element("p", { class: "private" }, button(say("end"), end, { class: "quiet", id: "end" }))];
}

function show() {
  document.documentElement.lang = view.language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  const now = JSON.stringify([state, refusals, adding, isOver, view.language]);
  if (now === before) return; // so that what is focused or scrolled stays
  before = now;
  document.getElementById("page").replaceChildren(...parts().flat(Infinity).filter(Boolean));
}

function over(event, whether) {
  event.preventDefault();
  if (isOver !== whether) {
    isOver = whether;
    document.getElementById("drop")?.classList.toggle("over", whether);
  }
}

addEventListener("dragover", (event) => over(event, true));
addEventListener("dragleave", (event) => event.relatedTarget ?? over(event, false));
addEventListener("drop", async (event) => {
  over(event, false);
  const found = await dropped(event.dataTransfer.items).catch(() => []);
  await add(found);
});
document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
renew().then(watch);
