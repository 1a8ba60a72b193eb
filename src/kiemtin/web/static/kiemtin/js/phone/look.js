// Looking up on the device, while it is typed: what was published and comes nearest, never a guess
// shown as an answer.
const PAUSE = 120;

export function start(room, app) {
  const { words, dom, store } = app;
  const { el, fill } = dom;
  const box = room.querySelector("input");
  const results = room.querySelector("[data-results]");
  const count = room.querySelector("[data-count]");
  let index = null;
  let timer = 0;

  async function load() {
    const rows = await store.list(app.db, "facts");
    index = app.lookUp.buildIndex(rows, app.fold.syllables);
    const at = await store.kept(app.db, "as_of");
    const asOf = at ? dom.moment(at - (app.who?.shift ?? 0), app.zone) : "";
    count.textContent = rows.length ? fill(words.factsKept, { count: rows.length, at: asOf }) : words.noFacts;
  }

  function holds(row) {
    const today = dom.today(app.zone, app.who?.shift ?? 0);
    if (row.kind === "withdrawal") return { over: true, text: words.withdrawn };
    if (row.until && row.until < today) return { over: true, text: fill(words.expired, { day: dom.day(row.until) }) };
    if (row.from && row.from > today) return { over: true, text: fill(words.notYet, { day: dom.day(row.from) }) };
    return { over: false, text: row.until ? fill(words.until, { day: dom.day(row.until) }) : words.noEnd };
  }

  function scope(row) {
    const state = holds(row);
    const where = el("p", { class: "small soft" }, row.where || words.everywhere, " · ");
    where.append(el("span", { class: state.over ? "phone__over" : "" }, state.text));
    return { where, over: state.over };
  }

  function more(row) {
    const page = el("a", { href: `${app.setup.page}${row.slug}/` }, words.page);
    const code = row.code && el("a", { href: `${app.setup.code}#${row.code}` }, words.code);
    return el("p", { class: "cluster small" }, page, code);
  }

  function shown(row) {
    const { where, over } = scope(row);
    return el(
      "li",
      { "data-fact": row.id, class: over ? "phone__past" : "" },
      dom.badge(row.verdict),
      el("h3", { lang: "vi" }, row.fact),
      el("p", { class: "said", lang: "vi" }, row.said || row.claim),
      over ? "" : el("p", { class: "todo flow-lines", lang: "vi" }, row.todo),
      where,
      more(row),
    );
  }

  function ask() {
    const tell = () => app.edit({ text: box.value });
    return el("a", { class: "button button--quiet", href: "#bao", onclick: tell }, words.askDesk);
  }

  async function look() {
    if (!index) await load();
    const query = box.value;
    const found = app.lookUp.search(index, query, app.fold.syllables);
    room.dataset.query = query;
    if (!query.trim()) return results.replaceChildren();
    const title = el("h2", {}, found.length ? words.nearest : words.noneNear);
    const list = el("ul", { role: "list", class: "results" }, ...found.map(shown));
    return results.replaceChildren(title, found.length ? list : "", ask());
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  room.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  return async function show() {
    await load();
    await look();
  };
}
