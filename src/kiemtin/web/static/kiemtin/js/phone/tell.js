// Telling the desk what is being asked or heard, for oneself or for a caller whose name nobody asks;
// kept on the phone first. What is typed and not yet put away is still there after a restart.
const TYPED = "kiemtin-phone-typed";

export function start(room, app) {
  const { words, dom } = app;
  const { el, fill } = dom;
  const form = room.querySelector("form");
  const fields = form.elements;
  const status = room.querySelector("[data-told]");
  const recordButton = room.querySelector("[data-record]");
  const recordStatus = room.querySelector("[data-recorded]");
  let recording = null;

  function typed() {
    try {
      return JSON.parse(localStorage.getItem(TYPED)) ?? {};
    } catch {
      return {};
    }
  }

  function remember() {
    try {
      localStorage.setItem(TYPED, JSON.stringify({ text: fields.text.value, place: fields.place.value }));
    } catch {
      // A full phone keeps it on the screen only.
    }
  }

  function put({ text = "", place, heard_via, wants_answer }) {
    fields.text.value = text;
    if (place !== undefined) fields.place.value = place;
    if (heard_via) fields.heard_via.value = heard_via;
    if (wants_answer !== undefined) fields.wants_answer.checked = wants_answer;
    remember();
  }

  function places() {
    if (!app.who || fields.place.options.length > 1) return;
    const chosen = typed().place ?? app.who.place;
    const made = app.who.places.map(([code, name]) => el("option", { value: code }, name));
    fields.place.prepend(...made);
    fields.place.value = app.who.places.some(([code]) => code === chosen) ? chosen : app.who.place;
  }

  form.addEventListener("input", remember);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = fields.text.value.trim();
    if (!text) {
      status.textContent = words.nothingTyped;
      fields.text.focus();
      return;
    }
    const item = { kind: "asked", text, place: fields.place.value, heard_via: fields.heard_via.value };
    const asker = fields.asker.value === "caller" ? words.forCaller : "";
    const kept = await app.add({ ...item, wants_answer: fields.wants_answer.checked, summary: asker });
    if (!kept) {
      status.textContent = words.band.full;
      return;
    }
    put({});
    status.textContent = fields.wants_answer.checked ? words.toldAnswer : words.told;
  });

  recordButton.hidden = !app.recorder.canRecord();
  recordButton.addEventListener("click", async () => {
    if (recording) return recording.stop();
    try {
      recording = await app.recorder.record((seconds) => (recordStatus.textContent = fill(words.recording, { seconds })));
    } catch {
      recordStatus.textContent = words.noMicrophone;
      return undefined;
    }
    recordButton.textContent = words.stopRecording;
    const audio = await recording.done;
    recording = null;
    recordButton.textContent = words.recordHeard;
    const language = app.who?.languages[0] ?? "vie";
    const kept = await app.add({ kind: "recording", language, audio, summary: words.heardSound });
    recordStatus.textContent = kept ? words.told : words.band.full;
    return undefined;
  });

  put({ text: typed().text });
  app.edit = put;
  return async function show() {
    places();
  };
}
