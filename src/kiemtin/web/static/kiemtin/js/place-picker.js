// Turns a plain text field (data-places="/address/") into a combobox of places, after the ARIA
// pattern "editable combobox with list autocomplete". Without it the text is posted as it stands.
// The endpoint answers ?q= with JSON [{code, label, note}].
const words = JSON.parse(document.getElementById("words").textContent);
const WAIT = 160;

class PlacePicker {
  constructor(input) {
    this.input = input;
    this.code = document.getElementById(input.dataset.code);
    this.status = input.parentElement.querySelector("[data-places-status]");
    this.list = document.createElement("ul");
    this.list.id = `${input.id}_places`;
    this.list.className = "picker__list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() || "");
    this.list.hidden = true;
    input.after(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    }))
      input.setAttribute(name, value);
    this.found = [];
    this.at = -1;
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.at));
    });
  }

  typed() {
    if (this.code) this.code.value = "";
    clearTimeout(this.timer);
    this.asked?.abort();
    const query = this.input.value.trim();
    if (query.length < 2) return this.close();
    this.timer = setTimeout(() => this.ask(query), WAIT);
  }

  async ask(query) {
    this.asked = new AbortController();
    const address = new URL(this.input.dataset.places, location.href);
    address.searchParams.set("q", query);
    try {
      const answer = await fetch(address, { signal: this.asked.signal, headers: { Accept: "application/json" } });
      if (answer.ok) this.show(await answer.json());
    } catch {
      this.close(); // Offline or overtaken by the next letter: the typed text is posted as it is.
    }
  }

  show(found) {
    this.found = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((place, at) => this.option(place, at)));
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.say(found.length ? words.places.replace("%(count)s", found.length) : words.noPlaces);
  }

  option(place, at) {
    const line = document.createElement("li");
    line.id = `${this.list.id}_${at}`;
    line.dataset.at = at;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.append(place.label);
    if (place.note) {
      const note = document.createElement("small");
      note.textContent = place.note;
      line.append(note);
    }
    return line;
  }

  key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      return this.close();
    }
    if (this.list.hidden || !this.found.length) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      this.move(steps[event.key]);
    } else if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.choose(this.at);
    }
  }

  move(by) {
    const options = [...this.list.children];
    options[this.at]?.setAttribute("aria-selected", "false");
    this.at = (this.at + by + options.length + (this.at < 0 && by < 0 ? 1 : 0)) % options.length;
    options[this.at].setAttribute("aria-selected", "true");
    options[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[this.at].id);
  }

  choose(at) {
    const place = this.found[at];
    this.input.value = place.label;
    if (this.code) this.code.value = place.code;
    this.say(place.label);
    this.close();
    this.input.dispatchEvent(new CustomEvent("place:chosen", { bubbles: true, detail: place }));
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  say(text) {
    if (this.status) this.status.textContent = text;
  }
}

const known = new WeakSet();
const scan = (root) => {
  for (const input of root.querySelectorAll("[data-places]")) {
    if (known.has(input)) continue;
    known.add(input);
    new PlacePicker(input);
  }
};
scan(document);
document.addEventListener("htmx:load", (event) => scan(event.detail.elt.parentElement || document));
