// Keeps every [data-clock] counting: text, and calm, half or late. The server has written the first
// text; this repeats web/templatetags/clocks.py in the reader's browser.
const words = JSON.parse(document.getElementById("words").textContent);
const MINUTE = 60_000;

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

export const span = (minutes) => {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60);
  if (days) return fill(words.days, { days, hours: hours % 24 });
  if (hours) return fill(words.hours, { hours, minutes: minutes % 60 });
  return fill(words.minutes, { minutes });
};

export const face = (due, since, now) => {
  const late = now >= due;
  const half = !late && since && now - since >= (due - since) / 2;
  const text = span(Math.ceil(Math.abs(due - now) / MINUTE));
  return {
    level: late ? "late" : half ? "half" : "calm",
    text: fill(late ? words.late : words.left, { span: text }),
  };
};

const tick = () => {
  for (const clock of document.querySelectorAll("[data-clock]")) {
    const since = clock.dataset.since ? Date.parse(clock.dataset.since) : 0;
    const shown = face(Date.parse(clock.dateTime), since, Date.now());
    clock.className = `clock clock--${shown.level}`;
    const text = clock.querySelector("[data-text]");
    if (text.textContent !== shown.text) text.textContent = shown.text;
  }
};

tick();
setInterval(tick, 15_000);
document.addEventListener("visibilitychange", tick);
document.addEventListener("htmx:afterSettle", tick);
