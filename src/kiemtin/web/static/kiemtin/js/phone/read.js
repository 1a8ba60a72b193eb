// What is to be read out: large text, a voice, and three buttons for what was done. Until it is sent
// a button can be taken back; a bulletin that was stopped says so before anything else.
const UNDO = 8_000;

export function start(room, app) {
  const { words, dom, store } = app;
  const { el, fill } = dom;
  const list = room.querySelector("[data-list]");
  const detail = room.querySelector("[data-detail]");
  let told = {};
  let recording = null;

  const open = () => Number(/^#doc-(\d+)$/.exec(location.hash)?.[1] ?? 0);
  const over = (item) =>
    (item.followed && words.followed) || (item.stopped && words.stopped) || (item.outdated && words.outdated) || "";

  function state(item) {
    const done = app.setup.done.filter((name) => item.done[name] || told[item.id]?.[name]);
    if (over(item)) return over(item);
    return done.length ? done.map((name) => words.kinds[name]).join(", ") : words.notYetDone;
  }

  function row(item) {
    const waits = !over(item) && !item.done.received && !told[item.id];
    return el(
      "li",
      { "data-bulletin": item.id, class: over(item) ? "phone__past" : "" },
      el(
        "a",
        { href: `#doc-${item.id}`, class: "phone__row" },
        el("span", { class: `phone__priority phone__priority--${item.priority}` }, item.priority_words),
        el("strong", { lang: "vi" }, item.fact),
        el("span", { class: waits ? "phone__new" : "small soft" }, state(item)),
      ),
    );
  }

  async function press(item, name, language) {
    const before = told[item.id]?.[name];
    if (before) {
      if (before.hold > Date.now()) await app.takeBack(before.id);
      return;
    }
    await app.add({ kind: "done", done: name, broadcast: item.id, language, summary: item.fact }, UNDO);
  }

  function done(item, language) {
    const buttons = app.setup.done.map((name) => {
      const mine = told[item.id]?.[name];
      const is = Boolean(item.done[name] || mine);
      const undo = mine && mine.hold > Date.now();
      const label = undo ? fill(words.undo, { done: words.kinds[name] }) : words.kinds[name];
      const press_ = () => press(item, name, language());
      const at = { type: "button", class: `phone__done${is ? " phone__done--is" : ""}`, "data-done": name };
      return el("button", { ...at, "aria-pressed": String(is), disabled: is && !undo, onclick: press_ }, label);
    });
    return el("div", { class: "phone__dones" }, ...buttons);
  }

  function player(url, label, kept) {
    if (!navigator.onLine && !kept.has(url)) return el("p", { class: "soft" }, label, ": ", words.soundNeedsNet);
    const audio = el("audio", { controls: true, preload: "none", src: url, "aria-label": label });
    return el("p", { class: "phone__voice" }, el("span", {}, label), audio);
  }

  function vietnamese(item, kept) {
    const voices = item.voices.slice(0, 3).map((voice) => player(voice.url, voice.label, kept));
    const said = item.script.map((sentence) => el("p", { class: "phone__script", lang: "vi" }, sentence));
    const twice = el("p", { class: "small soft" }, fill(words.readTwice, { seconds: item.seconds }));
    return { code: "vie", parts: [...voices, twice, ...said] };
  }

  function lines(text, lang) {
    const all = [text.fact, text.said, text.todo].filter(Boolean);
    return all.map((words_) => el("p", { class: "phone__script flow-lines", lang }, words_));
  }

  function translated(text, kept) {
    const voice = text.audio ? [player(text.audio, words.languages[text.language], kept)] : [];
    const script = text.script ? [el("p", { class: "small soft" }, text.script)] : [];
    return { code: text.language, parts: [...voice, ...script, ...lines(text, text.language)] };
  }

  function voice(item, language) {
    if (!app.recorder.canRecord()) return "";
    const status = el("span", { role: "status" });
    const start_ = el("button", { type: "button", class: "button button--quiet", "data-record": true }, words.recordThis);
    start_.addEventListener("click", async () => {
      if (recording) return recording.stop();
      try {
        recording = await app.recorder.record((seconds) => (status.textContent = fill(words.recording, { seconds })));
      } catch {
        status.textContent = words.noMicrophone;
        return undefined;
      }
      start_.textContent = words.stopRecording;
      const audio = await recording.done;
      recording = null;
      const summary = `${words.languages[language()]}: ${item.fact}`;
      await app.add({ kind: "recording", broadcast: item.id, language: language(), audio, summary });
      return undefined;
    });
    return el("p", { class: "cluster" }, start_, status);
  }

  async function page(item) {
    if (navigator.onLine) app.keepSounds();
    const kept = await app.news.soundsKept().catch(() => new Set());
    const texts = [vietnamese(item, kept), ...item.texts.map((text) => translated(text, kept))];
    const own = app.who.languages.filter((code) => !texts.some((text) => text.code === code));
    texts.push(...own.map((code) => ({ code, parts: [el("p", {}, words.noTranslation)] })));
    const last = sessionStorage.getItem("language");
    let chosen = texts.find((text) => text.code === last) ?? texts[0];
    const body = el("div", {}, ...chosen.parts);
    const choose = (text) => {
      chosen = text;
      sessionStorage.setItem("language", text.code);
      body.replaceChildren(...text.parts);
      for (const tab of tabs.children) tab.setAttribute("aria-pressed", String(tab.dataset.code === text.code));
    };
    const tabs = el("p", { class: "cluster phone__tongues" });
    for (const text of texts) {
      const at = { type: "button", class: "button button--quiet", "data-code": text.code };
      const pressed = { "aria-pressed": String(text === chosen), onclick: () => choose(text) };
      tabs.append(el("button", { ...at, ...pressed }, words.languages[text.code]));
    }
    const language = () => chosen.code;
    const warn = over(item) && el("p", { class: "notice notice--error", role: "alert" }, over(item));
    const until = item.until ? fill(words.until, { day: dom.day(item.until) }) : "";
    return [
      el("p", {}, el("a", { href: "#doc" }, words.allBulletins)),
      warn,
      dom.badge(item.verdict),
      texts.length > 1 ? tabs : "",
      body,
      el("p", { class: "small soft" }, [item.where, until].filter(Boolean).join(" · ")),
      done(item, language),
      voice(item, language),
      el("p", { class: "small" }, el("a", { href: item.url }, words.page)),
    ];
  }

  async function unsent() {
    told = {};
    for (const name of ["sent", "queue"]) {
      for (const item of await store.list(app.db, name)) {
        if (item.kind !== "done" || item.state === "refused") continue;
        told[item.broadcast] = { ...told[item.broadcast], [item.done]: item };
      }
    }
  }

  return async function show(redraw = true) {
    if (recording || !redraw) return;
    await unsent();
    const items = (await store.list(app.db, "work")).sort((one, other) => one.order - other.order);
    const item = items.find((one) => one.id === open());
    list.hidden = Boolean(item);
    detail.hidden = !item;
    const playing = [...detail.querySelectorAll("audio")].some((audio) => !audio.paused);
    if (item && playing && detail.dataset.shown === String(item.id)) {
      detail.querySelector(".phone__dones").replaceWith(done(item, () => sessionStorage.getItem("language") ?? "vie"));
    } else if (item) detail.replaceChildren(...(await page(item)).filter((part) => part));
    else list.replaceChildren(...(items.length ? items.map(row) : [el("li", {}, words.noBulletins)]));
    detail.dataset.shown = item?.id ?? "";
  };
}
