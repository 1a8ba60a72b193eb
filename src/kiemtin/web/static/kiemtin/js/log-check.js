// Lets a reader check the public log, and one entry of it, in the reader's own browser. The page
// gives #log-check with
//   data-module  the address of log-proof.js        data-keys   the public keys, one a line
//   data-log     the log's address, ending with /   data-proof  a .tlog-proof; left out on a page
//                                                   that is about the whole log
// and <template id="log-check-words">: an element data-word="CODE" for each sentence below, with
// {name} where a value goes. Without this script the page says how to check by command.
const room = document.getElementById("log-check");
const MOST_BYTES = 2_000_000;
const UNCHECKED = ["no_answer", "no_crypto"];

async function fetched(address) {
  const response = await fetch(address, { cache: "no-store", credentials: "omit", redirect: "error" });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(response.status);
  const data = new Uint8Array(await response.arrayBuffer());
  if (data.length > MOST_BYTES) throw new Error("length");
  return data;
}

// What this browser kept: keys seen before, and the newest checkpoint. It may forbid keeping.
const name = () => `kiemtin-log ${new URL(room.dataset.log, location.href).href}`;
function recall() {
  try {
    return JSON.parse(localStorage.getItem(name())) ?? null;
  } catch {
    return null;
  }
}
function keep(value) {
  try {
    localStorage.setItem(name(), JSON.stringify(value));
  } catch {
    // Then the next visit begins anew.
  }
}

// Everything that was found, as { code, tone: "good" | "bad" | "limit", ...fields }; the first thing
// that does not hold ends it.
export async function check(proof, addresses, kept, now) {
  const found = [];
  const say = (code, tone, fields = {}) => found.push({ code, tone, ...fields });
  try {
    const keys = await trusted(proof, await text(proof, addresses.keys), kept, say);
    const newest = await proof.openCheckpoint(await text(proof, `${addresses.log}checkpoint`), keys);
    say("signed", "good", { size: newest.size, key: `${newest.key.name}+${newest.key.id}` });
    const tile = (path) => fetched(`${addresses.log}${path}`);
    if (addresses.proof) await entry(proof, addresses.proof, keys, { newest, tile }, say);
    await growth(proof, kept, { newest, tile }, say);
    return { found, keep: remembered(proof, keys, newest, kept, now) };
  } catch (error) {
    const refused = error instanceof proof.Refused ? error : { code: "no_answer", params: {} };
    say(refused.code, UNCHECKED.includes(refused.code) ? "limit" : "bad", refused.params);
    return { found, keep: null };
  }
}

async function text(proof, address) {
  const data = await fetched(address);
  if (data === null) throw new proof.Refused("no_answer");
  return proof.textOf(data);
}

async function trusted(proof, lines, kept, say) {
  const keys = await proof.readKeys(lines);
  if (!keys.length) throw new proof.Refused("no_key");
  const known = kept?.keys ?? [];
  if (!known.length) return keys;
  if (proof.readRevoked(lines).includes(known[0])) say("key_revoked", "limit");
  else if (!keys.some((key) => known.includes(key.text))) throw new proof.Refused("key_changed");
  else if (!known.includes(keys[0].text)) say("key_new", "limit");
  return keys;
}

async function entry(proof, address, keys, log, say) {
  const read = proof.readProof(await text(proof, address));
  const number = Number(/(\d+)\.tlog-proof$/.exec(address)?.[1]);
  // A true proof of another entry would say nothing of this page.
  if (read.index !== number) throw new proof.Refused("other_entry", { index: read.index, number });
  const at = await proof.openCheckpoint(read.note, keys);
  if (read.extra === null) throw new proof.Refused("unreadable");
  const opened = await proof.checkOpening(read.extra);
  await proof.checkInclusion(await proof.leafHash(opened.data), read.index, at.size, read.hashes, at.root);
  if (at.size > log.newest.size) throw new proof.Refused("shorter", { kept: at.size, size: log.newest.size });
  await proof.checkGrowth(at, log.newest, log.tile);
  say("included", "good", { index: read.index, time: opened.entry.made_at });
  say(opened.state, opened.state === "fits" ? "good" : "limit", { number: opened.number });
}

async function growth(proof, kept, log, say) {
  const older = kept?.checkpoint;
  if (!older || older.size === 0) return say("kept_first", "limit");
  const root = proof.bytesOf(older.root, 32);
  await proof.checkGrowth({ size: older.size, root }, log.newest, log.tile);
  say("unchanged", "good", { size: older.size, time: kept.since });
}

function remembered(proof, keys, newest, kept, now) {
  const root = btoa(String.fromCharCode(...newest.root));
  // The day of the first checkpoint that all later ones were compared with, link by link.
  const since = kept?.checkpoint?.size ? kept.since : now;
  return { keys: keys.map((key) => key.text), checkpoint: { size: newest.size, root }, since };
}

function conclusion(found) {
  if (found.some((one) => one.tone === "bad")) return { code: "fails", tone: "bad" };
  if (found.some((one) => UNCHECKED.includes(one.code))) return { code: "unchecked", tone: "limit" };
  return { code: "holds", tone: "good" };
}

function show(list, found, words) {
  const limits = ["not_shown_same", "not_shown_right", "not_shown_site"].map((code) => ({ code, tone: "limit" }));
  const last = conclusion(found);
  const all = [...found, ...(last.code === "holds" ? limits : []), last];
  list.replaceChildren(
    ...all.map((one) => {
      const item = document.createElement("li");
      const [mark, said] = [document.createElement("span"), document.createElement("span")];
      item.dataset.code = one.code;
      item.dataset.tone = one.tone;
      mark.textContent = { good: "✓", bad: "✕", limit: "!" }[one.tone];
      const fields = { ...one, time: one.time ? day(one.time) : "" };
      const sentence = (words.get(one.code) ?? one.code).replace(/\{(\w+)\}/g, (_all, key) => fields[key] ?? "");
      said.textContent = sentence;
      item.replaceChildren(mark, said);
      return item;
    }),
  );
}

const shown = { dateStyle: "medium", timeStyle: "short" };
const day = (iso) => new Date(iso).toLocaleString(document.documentElement.lang || "vi", shown);

function sentences() {
  const marked = document.getElementById("log-check-words").content.querySelectorAll("[data-word]");
  return new Map([...marked].map((one) => [one.dataset.word, one.textContent.trim()]));
}

async function begin() {
  const proof = await import(room.dataset.module);
  const words = sentences();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = words.get("button");
  const told = document.createElement("div");
  told.setAttribute("role", "status");
  const list = document.createElement("ul");
  list.className = "log-check";
  list.setAttribute("role", "list");
  room.replaceChildren(button, told);
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    const { keys, log, proof: file } = room.dataset;
    const able = await proof.able();
    const checked = able
      ? await check(proof, { keys, log, proof: file }, recall(), new Date().toISOString())
      : { found: [{ code: "no_crypto", tone: "limit" }], keep: null };
    if (checked.keep) keep(checked.keep);
    show(list, checked.found, words);
    told.replaceChildren(list);
    button.removeAttribute("aria-busy");
  });
  room.dataset.ready = "true";
}

if (room) begin();
