// The band that says what is still to be sent, and the list behind it: nothing leaves the phone
// unseen, and what the desk refused stays here, to be put right, copied out or given up.
export function start(room, app) {
  const { words, dom, store } = app;
  const { el, fill } = dom;
  const band = document.querySelector("[data-band]");
  const line = band.querySelector("[data-band-text]");
  const waiting = room.querySelector("[data-waiting]");
  const gone = room.querySelector("[data-gone]");
  const links = [];

  const foreign = (item) => item.who !== null && item.who !== (app.who?.id ?? null);
  const about = (item) => words.kinds[item.kind === "done" ? item.done : item.kind];
  const text = (item) => [about(item), item.summary, item.text].filter(Boolean).join("\n");

  function button(label, onclick, quiet = true) {
    return el("button", { type: "button", class: quiet ? "button button--quiet" : "button", onclick }, label);
  }

  async function drop(item) {
    await store.change(app.db, ["queue"], ({ queue }) => queue.delete(item.id));
    app.changed();
  }

  async function mend(item) {
    app.edit(item);
    await drop(item);
    location.hash = "#bao";
  }

  function copy(item) {
    return button(words.copy, (event) => {
      navigator.clipboard?.writeText(text(item)).then(() => (event.target.textContent = words.copied));
    });
  }

  function save(item) {
    const href = URL.createObjectURL(item.audio);
    links.push(href);
    return el("a", { class: "button button--quiet", href, download: `ghi-am-${item.id}` }, words.saveSound);
  }

  function acts(item) {
    const made = [item.audio ? save(item) : copy(item)];
    const refused = item.state === "refused" || foreign(item) || app.ended;
    if (item.kind === "asked" && item.state === "refused") made.push(button(words.mend, () => mend(item), false));
    if (refused) made.push(button(words.giveUp, () => drop(item)));
    return el("p", { class: "cluster" }, ...made);
  }

  function why(item) {
    if (item.state === "refused") return fill(words.refused, { why: dom.said(item.says) });
    return foreign(item) ? words.otherPhone : "";
  }

  function row(item) {
    return el(
      "li",
      { "data-item": item.kind, "data-state": item.state ?? "waiting" },
      el("p", {}, el("strong", {}, about(item)), ` · ${dom.moment(item.at, app.zone)}`),
      el("p", { class: "flow-lines" }, item.summary || item.text || ""),
      why(item) && el("p", { class: "phone__wrong" }, why(item)),
      acts(item),
    );
  }

  function receipt(item) {
    if (!item.receipt || !item.wants_answer) return "";
    const href = `${app.setup.receipt}${item.receipt}/`;
    return el("p", {}, words.receipt, " ", el("a", { class: "receipt", href }, item.receipt));
  }

  function sent(item) {
    return el(
      "li",
      { "data-sent": item.kind },
      el("p", {}, el("strong", {}, about(item)), ` · ${dom.moment(item.at, app.zone)}`),
      el("p", { class: "flow-lines" }, item.summary || item.text || ""),
      item.says && el("p", { class: "phone__wrong" }, dom.said(item.says)),
      receipt(item),
    );
  }

  function say(queue) {
    const refused = queue.filter((item) => item.state === "refused").length;
    const states = { ended: app.ended, full: app.full, waits: queue.length, empty: true };
    const state = Object.keys(states).find((name) => states[name]);
    band.dataset.state = refused && state === "waits" ? "refused" : state;
    const key = band.dataset.state === "waits" && !navigator.onLine ? "waitsOffline" : band.dataset.state;
    line.textContent = fill(words.band[key], { count: queue.length, refused });
  }

  return async function show() {
    const queue = (await store.list(app.db, "queue")).sort((one, other) => one.at - other.at);
    say(queue);
    for (const href of links.splice(0)) URL.revokeObjectURL(href);
    waiting.replaceChildren(...(queue.length ? queue.map(row) : [el("li", {}, words.nothingWaits)]));
    const past = (await store.list(app.db, "sent")).sort((one, other) => other.sent - one.sent).slice(0, 30);
    gone.replaceChildren(...(past.length ? past.map(sent) : [el("li", {}, words.nothingSent)]));
  };
}
