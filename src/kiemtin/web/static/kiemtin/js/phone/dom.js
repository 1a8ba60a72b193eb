// Builds what the page shows from text alone; no markup is ever read from data.
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child || child === 0));
  return made;
}

export const piece = (id) => document.getElementById(id).content.cloneNode(true);
export const fill = (text, fields) => text.replace(/%\((\w+)\)s/g, (_all, name) => fields[name] ?? "");
export const badge = (verdict) => el("p", { class: "verdict-line" }, piece(`verdict-${verdict}`));

const english = document.documentElement.lang.startsWith("en");
const told = (options, at) => {
  const said = new Intl.DateTimeFormat("en-GB", options).format(at);
  return english ? said : said.replace(",", "");
};
const dateStyle = english ? "medium" : "short";

// iso: "2026-11-23" · zone: of the desk
export const day = (iso) => told({ timeZone: "UTC", dateStyle }, new Date(iso));
export const moment = (at, timeZone) => told({ timeZone, dateStyle, timeStyle: "short" }, new Date(at));
export const said = (says) => (says ? says[english ? "en" : "vi"] : "");

export const today = (timeZone, shift) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(Date.now() + shift));
