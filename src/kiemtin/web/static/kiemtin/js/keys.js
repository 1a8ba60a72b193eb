// One-letter keys. A page declares its own with data-key="a" on a button, link or field; this knows
// j and k (rows), and leaves Enter to the focused link. Nothing happens while someone is typing,
// and the reader can switch one-letter keys off (WCAG 2.1.4); that is kept in this browser.
const OFF = "keys-off";
const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};
const seen = (element) => element.getClientRects().length > 0 && !element.disabled;
const typing = (element) =>
  element.isContentEditable ||
  (/^(INPUT|TEXTAREA|SELECT)$/.test(element.nodeName) && !/^(checkbox|radio|button|submit)$/.test(element.type));

const rows = () => [...document.querySelectorAll("[data-row]")].filter(seen);
const step = (by) => {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex((row) => row.contains(document.activeElement) || row.matches("[aria-current]"));
  const held = all.findIndex((row) => row.contains(document.activeElement));
  const from = held >= 0 ? held : now;
  const next = all[from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)];
  const target = next.querySelector("a[href]") || next;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
};

const find = (key) => {
  const all = [...document.querySelectorAll("[data-key]")].filter((item) => item.dataset.key === key && seen(item));
  const row = document.activeElement.closest("[data-row]");
  return all.find((item) => row?.contains(item)) || all.find((item) => item.closest("main")) || all[0];
};
// A key never presses unseen what has to be read first (data-key-in-sight): it leads there.
const inSight = (item) => {
  const box = item.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
};
const act = (item) => {
  if (item.dataset.keyInSight !== undefined && !inSight(item)) {
    item.scrollIntoView({ block: "center" });
    return item.focus({ preventScroll: true });
  }
  if (!typing(item)) return item.click();
  item.focus();
  item.select?.();
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (document.querySelector("dialog[open]") || isOff()) return;
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  else {
    const item = event.key.length === 1 && find(event.key);
    if (!item) return;
    act(item);
  }
  event.preventDefault();
});

const list = document.querySelector("[data-keys]");
const label = (item) => {
  if (item.dataset.keyLabel || item.ariaLabel) return item.dataset.keyLabel || item.ariaLabel;
  const copy = (item.labels?.[0] || item).cloneNode(true);
  for (const extra of copy.querySelectorAll("kbd, .count")) extra.remove();
  return copy.textContent.trim();
};
const declare = () => {
  for (const old of list.querySelectorAll("[data-own]")) old.remove();
  const known = new Set(["j", "k", "/", "?"]);
  for (const { dataset } of document.querySelectorAll("[data-key]")) {
    const item = known.has(dataset.key) ? null : find(dataset.key);
    if (!item) continue;
    known.add(dataset.key);
    const line = document.createElement("div");
    line.dataset.own = "";
    const key = document.createElement("kbd");
    key.className = "key";
    key.textContent = item.dataset.key;
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    term.append(key);
    text.textContent = label(item);
    line.append(term, text);
    list.append(line);
  }
};
const box = document.querySelector("[data-keys-off]");
if (list) {
  list.closest("dialog")?.addEventListener("toggle", declare);
  document.addEventListener("click", (event) => event.target.closest("[data-dialog]") && declare());
}
if (box) {
  box.checked = isOff();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, box.checked ? "1" : "");
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  });
}
