// Lets this browser be told: asks for permission only when the button is tapped, then posts the form
// as every other way does. Where the browser cannot, the page has said what else there is.
const room = document.querySelector("[data-push]");
const say = (name) => {
  for (const line of room.querySelectorAll("[data-say]")) line.hidden = line.dataset.say !== name;
};

function subscribed(registration, key) {
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

// A browser that holds a subscription under an earlier key of the desk gives that one up first.
async function handedOut(registration) {
  const key = room.dataset.key;
  try {
    return await subscribed(registration, key);
  } catch (error) {
    const held = await registration.pushManager.getSubscription();
    if (!held) throw error;
    await held.unsubscribe();
    return subscribed(registration, key);
  }
}

function post(subscription, how) {
  const form = room.closest("form");
  form.elements.browser.value = JSON.stringify(subscription);
  const button = room.querySelector(`[value="${how}"]`);
  button.disabled = false;
  form.requestSubmit(button);
}

async function join() {
  if ((await Notification.requestPermission()) !== "granted") return say("refused");
  try {
    await navigator.serviceWorker.register(room.dataset.worker, { scope: room.dataset.scope });
    post(await handedOut(await navigator.serviceWorker.ready), "web_push");
  } catch {
    say("failed");
  }
  return undefined;
}

async function leave() {
  const worker = await navigator.serviceWorker.getRegistration(room.dataset.scope);
  const held = await worker?.pushManager.getSubscription();
  if (!held) return;
  const shown = held.toJSON();
  await held.unsubscribe();
  post(shown, "web_push_leave");
}

async function start() {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return say("cannot");
  say("ready");
  const worker = await navigator.serviceWorker.getRegistration(room.dataset.scope);
  const held = await worker?.pushManager.getSubscription();
  room.querySelector("[data-join]").hidden = false;
  room.querySelector("[data-give-up]").hidden = !held;
  room.querySelector("[data-join]").addEventListener("click", join);
  room.querySelector("[data-give-up]").addEventListener("click", leave);
  return undefined;
}

if (room) await start();
