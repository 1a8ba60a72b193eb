// Keeps the communicators' page for when there is no network, plays kept recordings, and sends what
// waits once the network is back. What a person made is in the store, which no new worker empties.
const NAME = "kiemtin-phone-{{ name }}";
const PAGE = "{{ page }}";
const FILES = {{ files|safe }};
const ADDRESS = {{ send|safe }};
const WAIT = 4000;

{{ shared|safe }}
const shared = { change, keep, kept, list };
const others = self.BroadcastChannel ? new BroadcastChannel("kiemtin-phone") : null;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("sync", (event) => event.tag === "gui" && event.waitUntil(carry()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin || event.request.method !== "GET") return;
  if (pathname === PAGE || FILES.includes(pathname)) event.respondWith(newest(event.request, pathname));
  else if (event.request.destination === "audio") event.respondWith(sound(event.request, pathname));
});

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: "reload" })));
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => /^kiemtin-phone-[0-9a-f]{8}$/.test(name) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function newest(request, path) {
  const cache = await caches.open(NAME);
  const before = await cache.match(path, { ignoreVary: true });
  if (before && path !== PAGE) return before; // a file's name changes with what is in it
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && answer.type === "basic" && !answer.redirected)
      await cache.put(path, answer.clone()).catch(() => {});
    return answer;
  });
  if (!before) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, WAIT, before));
  return Promise.race([fresh.catch(() => before), late]);
}

// Players ask for a part of a recording, and some play nothing without.
async function sound(request, path) {
  const before = await (await caches.open(SOUNDS)).match(path, { ignoreVary: true });
  if (!before) return fetch(request);
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("Range") ?? "");
  if (!asked) return before;
  const whole = await before.blob();
  const first = Number(asked[1]);
  const end = asked[2] ? Math.min(whole.size, Number(asked[2]) + 1) : whole.size;
  const headers = {
    "Content-Type": before.headers.get("Content-Type"),
    "Content-Range": `bytes ${first}-${end - 1}/${whole.size}`,
    "Content-Length": String(end - first),
  };
  return new Response(whole.slice(first, end), { status: 206, headers });
}

async function carry() {
  const db = await openStore();
  try {
    const state = await sendAll(shared, db, ADDRESS);
    if (state === "offline" || state === "later") throw new Error(state); // the browser tries again
  } finally {
    db.close();
    others?.postMessage("changed");
  }
}
