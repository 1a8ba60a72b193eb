// The page that checks bulletins, with or without a network. The code stands behind the # of the
// address, so it stays on the device; what is kept here is the desk's key and its newest list.
const page = document.querySelector("[data-bulletin]");
const words = JSON.parse(document.getElementById("bulletin-words").textContent);
const { able, judge, openList, Refused } = await import(page.dataset.judge);
const form = page.querySelector("form[data-check]");
const box = form.querySelector("textarea");
const room = page.querySelector("[data-told]");
const KEPT = "kiemtin-bulletin";
const HERE = "kiemtin-bulletin-hash";
let can = false;
let known = null;
let last = null;

// A browser may forbid keeping: then everything holds for this visit only.
const kept = { pinned: "", note: "", ...recall() };
function recall() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}
function keep(changes) {
  Object.assign(kept, changes);
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // Nothing to do: see above.
  }
}

const fill = (text, fields) => text.replace(/%\((\w+)\)s/g, (_all, name) => fields[name] ?? "");
const braces = (text, fields) => text.replace(/\{(\w+)\}/g, (_all, name) => fields[name] ?? "");
const zone = page.dataset.zone;
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format();
const english = document.documentElement.lang.startsWith("en");
const dateStyle = english ? "medium" : "short";
const day = (iso) =>
  iso && new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle }).format(new Date(iso));
function moment(at) {
  if (!at) return "";
  const said = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle, timeStyle: "short" });
  return english ? said.format(at) : said.format(at).replace(",", "");
}
const shortKey = (text) => text.split("+").slice(0, 2).join("+");

function refusal(refused) {
  return refused ? braces(words.refusals[refused.code] ?? "", refused.params) : "";
}

function show(judged) {
  const said = words.states[judged.state];
  const told = document.getElementById("told").content.firstElementChild.cloneNode(true);
  const slot = (name) => told.querySelector(`[data-slot=${name}]`);
  const piece = (id) => document.getElementById(id).content.cloneNode(true);
  // Dated after its key had ended: not the desk's word, so none of it is shown.
  const statement = judged.state === "key_ended" ? null : judged.statement;
  const fields = {
    newest: judged.newest?.version,
    until: statement ? day(statement.validUntil) : "",
    ended: moment(judged.key?.endedAt),
    as_of: moment(judged.asOf),
    reason: refusal(judged.refused),
  };
  told.dataset.state = judged.state;
  told.classList.add(`told--${said.tone}`);
  slot("icon").replaceChildren(piece(`icon-${said.icon}`));
  slot("title").textContent = said.title;
  slot("text").textContent = fill(said.text, fields);
  slot("statement").hidden = !statement;
  if (statement) {
    slot("desk").textContent = statement.desk;
    slot("verdict").replaceChildren(piece(`verdict-${statement.verdict}`));
    slot("claim").textContent = statement.claim;
    slot("published").textContent = moment(statement.publishedAt);
    slot("until").textContent = statement.validUntil ? day(statement.validUntil) : slot("until").dataset.none;
    slot("version").textContent = `${statement.version} · ${words.kinds[statement.kind]}`;
    slot("log").textContent = statement.logIndex;
    slot("asOf").textContent = fill(words.asOf[judged.asOf ? "known" : "unknown"], fields);
    slot("link").href = slot("link").dataset.href.replace(/0\/$/, `${statement.number}/`);
  }
  room.replaceChildren(told);
}

function elsewhere(text) {
  const found = /^\s*https?:\/\/([^/\s#]+)/.exec(text);
  const note = page.querySelector("[data-elsewhere]");
  note.hidden = !found || found[1] === location.host;
  if (found) note.firstElementChild.textContent = fill(words.elsewhere, { host: found[1] });
}

// Returns nothing; the newest call wins, so that a slow answer never covers a later one.
async function check(text, focus = true) {
  last = text;
  elsewhere(text);
  let judged = { state: "unchecked" };
  if (can) judged = known ? await judge(text, known.keys, known, today()) : await blind(text);
  if (last !== text) return;
  show(judged);
  if (focus) room.querySelector("h2").focus();
}

// Without any key only what cannot be read is known.
async function blind(text) {
  const judged = await judge(text, [], null, today());
  return judged.state === "malformed" ? judged : { state: "keyless" };
}

async function take(note, pinned) {
  const opened = await openList(note, pinned);
  // An older list than the one at hand would hide what is newer.
  if (known && opened.madeAt < known.madeAt) return;
  known = opened;
  const changed = kept.pinned && kept.pinned !== opened.current.text;
  keep({ note, pinned: opened.current.text });
  if (changed) tell("handedOver", fill(words.handedOver, { key: shortKey(kept.pinned) }));
}

async function refresh() {
  let note = "";
  try {
    const answer = await fetch(page.dataset.list, { cache: "no-cache" });
    if (!answer.ok) return;
    note = await answer.text();
  } catch {
    return; // No network: what is known from before stays.
  }
  try {
    await take(note, kept.pinned);
  } catch (refused) {
    if (refused instanceof Refused && refused.code === "not_handed_over") warn(note, refused.params.key);
  }
}

function warn(note, key) {
  const warning = page.querySelector("[data-warning]");
  warning.hidden = false;
  warning.querySelector("[data-new-key]").textContent = key;
  warning.querySelector("[data-old-key]").textContent = kept.pinned;
  warning.querySelector("button").onclick = async () => {
    known = null;
    await take(note, "");
    warning.hidden = true;
    device();
    if (last !== null) check(last);
  };
}

function tell(name, text) {
  const line = page.querySelector(`[data-fact=${name}]`);
  line.textContent = text;
  line.hidden = !text;
}

function device() {
  page.querySelector("[data-device]").hidden = false;
  tell("pinned", kept.pinned ? fill(words.pinned, { key: shortKey(kept.pinned) }) : "");
  tell("list", known ? fill(words.listAt, { as_of: moment(known.madeAt) }) : words.noList);
}

async function install() {
  try {
    await navigator.serviceWorker.register(page.dataset.worker, { scope: page.dataset.scope });
    await navigator.serviceWorker.ready;
    tell("saved", words.saved);
  } catch {
    tell("saved", words.notSaved);
  }
}

function fromAddress() {
  if (location.hash.length < 2) return;
  box.value = location.href;
  return check(location.href);
}

// The choice of a language loads the page anew, without what stands behind the #.
for (const other of document.querySelectorAll("header form")) {
  other.addEventListener("submit", () => sessionStorage.setItem(HERE, location.hash));
}
const before = sessionStorage.getItem(HERE);
sessionStorage.removeItem(HERE);
if (before && !location.hash) history.replaceState(null, "", before);

form.addEventListener("submit", (event) => {
  if (!can || event.submitter?.matches("[data-by-desk]")) return;
  event.preventDefault();
  check(box.value);
});
window.addEventListener("hashchange", fromAddress);

can = await able();
page.querySelector("[data-by-desk]").hidden = false;
page.querySelector("[data-no-script]").hidden = can;
if (kept.note && can) await take(kept.note, kept.pinned).catch(() => {});
if (known || !can) fromAddress();
if (can) {
  const knew = known;
  await refresh();
  device();
  if (!knew) await fromAddress();
  else if (last !== null && known !== knew) await check(last, false);
  await install();
}
page.dataset.ready = String(can);

export { check };
