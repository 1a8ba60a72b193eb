// Keeps the page that checks bulletins for when there is no network: the network first, else what was
// kept. Nothing but these files is kept, and nothing of what was checked.
const NAME = "kiemtin-ma-{{ name }}";
const PAGE = "{{ page }}";
const LIST = "{{ list }}";
const FILES = {{ files|safe }};
const WAIT = 4000;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const ours = pathname === PAGE || pathname === LIST || FILES.includes(pathname);
  if (ours && origin === location.origin && event.request.method === "GET")
    event.respondWith(newest(event.request, pathname));
});

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: "reload" })));
  await cache.add(LIST).catch(() => {});
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("kiemtin-ma-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function newest(request, path) {
  const cache = await caches.open(NAME);
  const before = await cache.match(path, { ignoreVary: true });
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && answer.type === "basic" && !answer.redirected) await cache.put(path, answer.clone());
    return answer;
  });
  if (!before) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, WAIT, before));
  return Promise.race([fresh.catch(() => before), late]);
}
