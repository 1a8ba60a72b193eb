// Puts the phone page together: the store, what is fetched and sent, and the views. Whatever a person
// does is on the phone first; the network only carries it on.
const setup = JSON.parse(document.getElementById("phone-setup").textContent);
const words = JSON.parse(document.getElementById("phone-words").textContent);
const module = (name) => import(setup.files[name]);
const names = ["fold", "look-up", "store", "send", "news", "record", "dom", "unsent", "look", "read", "tell"];
const [fold, lookUp, store, sender, news, recorder, dom, ...rooms] = await Promise.all(names.map(module));
const page = document.querySelector("[data-phone]");
const others = "BroadcastChannel" in window ? new BroadcastChannel("kiemtin-phone") : null;
const LONGEST = 300_000;
const FIRST = 5_000;
let tries = 0;
let timer = 0;
let asked = 0;

const app = { setup, words, dom, store, news, recorder, fold, lookUp, zone: setup.zone, ended: false, full: false };
app.zone = setup.zone;

function stop(text) {
  const note = page.querySelector("[data-note]");
  note.hidden = false;
  note.querySelector("p").textContent = text;
}

try {
  app.db = await store.openStore(() => stop(words.newer));
} catch (error) {
  stop(error?.name === "VersionError" ? words.newer : words.noStore);
  throw error;
}

const views = Object.fromEntries(
  [...page.querySelectorAll("[data-view]")].map((room) => [room.dataset.view, room]),
);
const shows = {
  gui: rooms[0].start(views.gui, app),
  "tra-cuu": rooms[1].start(views["tra-cuu"], app),
  doc: rooms[2].start(views.doc, app),
  bao: rooms[3].start(views.bao, app),
};
const where = () => /^#(tra-cuu|doc|bao|gui|may)/.exec(location.hash)?.[1] ?? "dau";

async function know() {
  app.who = (await store.kept(app.db, "who")) ?? null;
  app.ended = Boolean(await store.kept(app.db, "ended"));
  page.querySelector("[data-join]").hidden = Boolean(app.who) && !app.ended;
  page.querySelector("[data-ended]").hidden = !app.ended;
  page.querySelector("[data-who]").textContent = app.who ? `${app.who.name} · ${app.who.where.split(",")[0]}` : "";
  const items = await store.list(app.db, "work");
  const fresh = items.filter((one) => !one.stopped && !one.followed && !one.outdated && !one.done.received);
  const count = page.querySelector("[data-count-work]");
  count.textContent = fresh.length ? dom.fill(words.newBulletins, { count: fresh.length }) : "";
}

async function show(scroll = false) {
  const now = where();
  for (const [name, room] of Object.entries(views)) room.hidden = name !== now;
  for (const link of page.querySelectorAll("[data-bar] a")) {
    if (link.hash === `#${now}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  await shows.gui();
  if (now !== "gui" && shows[now]) await shows[now]();
  if (scroll) window.scrollTo(0, 0);
  page.dataset.ready = now;
}

// Something on this phone changed: show it here and in the other tabs, and try to send it.
app.changed = async () => {
  others?.postMessage("changed");
  await show();
};

app.add = async (item, hold = 0) => {
  const now = Date.now();
  const whole = { ...item, id: crypto.randomUUID(), at: now, hold: hold ? now + hold : 0, who: app.who?.id ?? null };
  try {
    await store.enqueue(app.db, whole);
    app.full = false;
  } catch {
    app.full = true;
    await show();
    return false;
  }
  await app.changed();
  later(hold || 0, true);
  const worker = await navigator.serviceWorker?.getRegistration();
  worker?.sync?.register("gui").catch(() => {});
  return true;
};

app.takeBack = async (id) => {
  await store.change(app.db, ["queue"], ({ queue }) => queue.delete(id));
  await app.changed();
};

function later(wait, anew = false) {
  if (anew) {
    tries = 0;
    asked += 1;
  }
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

// A try that began before the network came back says nothing of the network that is there now: the
// next one follows at once. Another tab or the worker at it is no failure and lengthens no pause.
function pause(state, before) {
  if (asked !== before) return 0;
  if (state !== "busy") tries += 1;
  return Math.min(LONGEST, FIRST * 2 ** tries) * (0.75 + Math.random() / 2);
}

async function send() {
  const before = asked;
  const state = await sender.sendAll(store, app.db, setup.at).catch(() => "later");
  await know();
  await show();
  others?.postMessage("changed");
  const held = (await store.list(app.db, "queue")).filter((item) => item.hold > Date.now());
  if (held.length) return later(Math.min(LONGEST, Math.max(500, held[0].hold - Date.now() + 50)));
  if (state === "sent") tries = 0;
  else if (state !== "ended") later(pause(state, before));
  return undefined;
}

app.keepSounds = () => news.keepSounds(store, app.db).catch(() => false);

// The first visit stays light: sounds, half a megabyte each, come with the next one, or as soon as
// a bulletin is opened. Who saves data gets them by opening alone.
async function refresh() {
  const known = await store.kept(app.db, "cursor");
  const state = await news.refreshWork(store, app.db, setup.at).catch(() => "later");
  if (state === "fresh") await news.refreshFacts(store, app.db, setup.at).catch(() => (app.full = true));
  await know();
  await show();
  if (state === "fresh" && known && !navigator.connection?.saveData) await app.keepSounds();
  page.dataset.fresh = state;
}

async function install() {
  try {
    await navigator.serviceWorker.register(setup.at.worker, { scope: setup.at.shell });
    await navigator.serviceWorker.ready;
    page.querySelector("[data-saved]").textContent = words.saved;
    page.dataset.saved = "true";
  } catch {
    page.querySelector("[data-saved]").textContent = words.notSaved;
  }
}

async function leave() {
  const answer = await fetch(setup.at.leave, { method: "POST" }).catch(() => null);
  if (!answer?.ok) return stop(words.leaveNeedsNet);
  await store.change(app.db, ["kept", "work"], ({ kept, work }) => {
    work.clear();
    kept.put(true, "ended");
  });
  await caches.delete("kiemtin-phone-sounds");
  await know();
  return show();
}

others?.addEventListener("message", async () => {
  await know();
  await show();
});
window.addEventListener("hashchange", () => show(true));
window.addEventListener("offline", () => show());
const back = async () => {
  later(0, true);
  await refresh();
};
window.addEventListener("online", back);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && back());
page.querySelector("[data-leave]").addEventListener("click", leave);
page.querySelector("[data-reload]").addEventListener("click", () => location.reload());

await know();
await show();
await send();
await refresh();
await navigator.storage?.persist?.().catch(() => false);
await install();
