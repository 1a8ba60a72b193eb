{% load static %}// Shows what the desk sends to this browser, and opens its page when it is tapped. Keeps nothing.
const HOME = "{{ home }}";
const PAGE = "{{ page }}";
const ICON = "{% static "kiemtin/icons/favicon.svg" %}";
const TITLE = "Kiểm Tin";
const AGAIN = "{{ again|escapejs }}";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(tell(read(event.data))));
self.addEventListener("pushsubscriptionchange", (event) =>
  event.waitUntil(tell({ body: AGAIN, url: PAGE, tag: "again" })),
);
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

// A browser wants a notice for every push, also for one that cannot be read.
function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

function tell({ title, body = "", url = HOME, tag = "" }) {
  return self.registration.showNotification(title || TITLE, { body, tag, icon: ICON, lang: "vi", data: url });
}

async function open(address) {
  let url = new URL(address || HOME, self.location.origin);
  if (url.origin !== self.location.origin) url = new URL(HOME, self.location.origin);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => one.url === url.href);
  return there ? there.focus() : self.clients.openWindow(url.href);
}
