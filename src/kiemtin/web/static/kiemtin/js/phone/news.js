// Fetches what the phone keeps: who it is and what to pass on, fact-checks as they change, and the
// recordings to be played without a network. `store` is what store.js exports.
const SOUNDS = "kiemtin-phone-sounds";

async function fetched(address) {
  try {
    return await fetch(address, { credentials: "same-origin" });
  } catch {
    return null;
  }
}

async function takeWork(store, db, told) {
  const known = { ...told.who, shift: told.now - Date.now() };
  await store.change(db, ["work", "kept"], ({ work, kept }) => {
    work.clear();
    told.items.forEach((item, order) => void work.put({ ...item, order }));
    kept.put(known, "who");
    kept.put(told.now, "as_of");
    kept.put(false, "ended");
  });
}

async function takeFacts(store, db, told) {
  await store.change(db, ["facts", "kept"], ({ facts, kept }) => {
    if (told.complete) facts.clear();
    for (const row of told.items) facts.put(row);
    kept.put(told.cursor, "cursor");
  });
  const rows = await store.list(db, "facts");
  const old = rows.sort((one, other) => other.order - one.order).slice(told.most);
  if (old.length) await store.change(db, ["facts"], ({ facts }) => old.forEach((row) => void facts.delete(row.id)));
}

// Gives "fresh", "offline", "later", "ended", or "stranger" for a browser that never joined.
export async function refreshWork(store, db, at) {
  const answer = await fetched(at.work);
  if (!answer) return "offline";
  if (answer.status === 410) await store.keep(db, "ended", true);
  if (answer.status === 410 || answer.status === 401) return answer.status === 410 ? "ended" : "stranger";
  if (!answer.ok) return "later";
  await takeWork(store, db, await answer.json());
  return "fresh";
}

export async function refreshFacts(store, db, at) {
  const cursor = (await store.kept(db, "cursor")) ?? "";
  const answer = await fetched(`${at.facts}?tu=${encodeURIComponent(cursor)}`);
  if (!answer?.ok) return answer ? "later" : "offline";
  await takeFacts(store, db, await answer.json());
  return "fresh";
}

const wanted = (item, languages) => [
  ...item.texts.filter((text) => text.audio && languages.includes(text.language)).map((text) => text.audio),
  ...item.voices.slice(0, 1).map((voice) => voice.url),
];

// Keeps the recordings of what is to be read now, drops the rest; stops quietly on a full phone.
export async function keepSounds(store, db) {
  const languages = (await store.kept(db, "who"))?.languages ?? [];
  const items = (await store.list(db, "work")).filter((item) => !item.stopped && !item.followed);
  const wants = items.sort((one, other) => one.order - other.order).flatMap((item) => wanted(item, languages));
  const cache = await caches.open(SOUNDS);
  for (const { url } of await cache.keys()) {
    if (!wants.includes(new URL(url).pathname)) await cache.delete(url);
  }
  try {
    for (const url of wants) if (!(await cache.match(url))) await cache.add(url);
  } catch {
    return false;
  }
  return true;
}

// The paths of the recordings that play without a network.
export async function soundsKept() {
  const cache = await caches.open(SOUNDS);
  return new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
}
