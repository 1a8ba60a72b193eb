// Sends what waits, each once: by one tab at a time, and the desk knows each item by its name. The
// page and the service worker share this; an item leaves the queue only when the desk has it. `store`
// is what store.js exports.
const A_BATCH = 20;
const ITEM = ["id", "kind", "at", "broadcast", "done", "language", "text", "place", "heard_via", "wants_answer"];
const LEASE = 60_000;
const SENT_KEPT = 100;
const WRONG_CLOCK = 120_000; // a time so far ahead was written before the clock was changed

const waits = (item, who, now) =>
  item.state !== "refused" && (item.who ?? who) === who && !(item.hold > now && item.hold < now + WRONG_CLOCK);
const bare = (item) => Object.fromEntries(ITEM.filter((name) => name in item).map((name) => [name, item[name]]));

async function leased(store, db, work) {
  const until = Date.now() + LEASE;
  const taken = { mine: false };
  await store.change(db, ["kept"], ({ kept }) => {
    kept.get("lease").onsuccess = ({ target }) => {
      const ahead = (target.result ?? 0) - Date.now();
      if (ahead > 0 && ahead <= LEASE) return;
      taken.mine = true;
      kept.put(until, "lease");
    };
  });
  if (!taken.mine) return "busy";
  try {
    return await work();
  } finally {
    await store.keep(db, "lease", 0);
  }
}

// Two tabs never send at once; where the browser has no locks, a lease in the store stands in.
function alone(store, db, work) {
  if (!navigator.locks) return leased(store, db, work);
  return navigator.locks.request("kiemtin-phone-send", { ifAvailable: true }, (lock) => (lock ? work() : "busy"));
}

async function post(address, body, headers) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, headers, credentials: "same-origin" });
  } catch {
    return { state: "offline" };
  }
  if (answer.status === 401 || answer.status === 410) return { state: "ended" };
  if (!answer.ok) return { state: "later" };
  const told = await answer.json().catch(() => null);
  return told ? { state: "told", outcomes: told.outcomes } : { state: "later" };
}

function sendItems(address, items) {
  const body = JSON.stringify({ phone_now: Date.now(), items: items.map(bare) });
  return post(address.send, body, { "Content-Type": "application/json" });
}

function sendSound(address, item) {
  const form = new FormData();
  form.append("item", JSON.stringify(bare(item)));
  form.append("phone_now", JSON.stringify(Date.now()));
  form.append("audio", item.audio, "ghi-am");
  return post(address.sound, form);
}

function settle(store, db, items, outcomes) {
  return store.change(db, ["queue", "sent"], ({ queue, sent }) => {
    items.forEach((item, at) => {
      const { state, says, receipt } = outcomes[at] ?? {};
      if (state === "refused") queue.put({ ...item, state, says });
      if (state !== "entered" && state !== "already") return;
      const { audio, ...told } = item;
      queue.delete(item.id);
      sent.put({ ...told, sent: Date.now(), receipt, says });
    });
  });
}

async function prune(store, db) {
  const all = await store.list(db, "sent");
  const old = all.sort((one, other) => other.sent - one.sent).slice(SENT_KEPT);
  if (old.length) await store.change(db, ["sent"], ({ sent }) => old.forEach((item) => void sent.delete(item.id)));
}

// The next to be sent: a batch without sounds, or one sound; each is tried once a round.
async function next(store, db, tried) {
  const who = (await store.kept(db, "who"))?.id;
  const now = Date.now();
  const ready = (await store.list(db, "queue")).filter((item) => waits(item, who, now) && !tried.has(item.id));
  ready.sort((one, other) => one.at - other.at);
  const small = ready.filter((item) => item.kind !== "recording").slice(0, A_BATCH);
  return small.length ? small : ready.slice(0, 1);
}

async function sendEach(store, db, address) {
  const tried = new Set();
  for (;;) {
    const batch = await next(store, db, tried);
    if (!batch.length) break;
    for (const item of batch) tried.add(item.id);
    const sound = batch[0].kind === "recording";
    const told = sound ? await sendSound(address, batch[0]) : await sendItems(address, batch);
    if (told.state === "told") await settle(store, db, batch, told.outcomes);
    else if (told.state !== "later") return told.state;
  }
  return (await next(store, db, new Set())).length ? "later" : "sent";
}

// Gives "sent" (nothing waits), "busy", "offline", "later" or "ended".
export function sendAll(store, db, address) {
  return alone(store, db, async () => {
    const state = await sendEach(store, db, address);
    if (state === "ended") await store.keep(db, "ended", true);
    await prune(store, db);
    return state;
  });
}
