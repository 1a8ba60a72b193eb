// Says how much room is left in a text field that advises a length: data-counter="280".
// Counts what a reader sees: one letter with its marks is one.
const words = JSON.parse(document.getElementById("words").textContent);
const letters = Intl.Segmenter && new Intl.Segmenter("vi", { granularity: "grapheme" });
const count = (text) => [...(letters ? letters.segment(text.trim()) : text.trim().normalize("NFC"))].length;

const show = (field) => {
  const line = document.getElementById(`${field.id}_counter`);
  if (!line) return;
  const left = Number(field.dataset.counter) - count(field.value);
  const said = left < 0 ? words.charsOver : words.charsLeft;
  line.textContent = said.replace("%(count)s", Math.abs(left).toLocaleString(document.documentElement.lang || "vi"));
  line.classList.toggle("counter--over", left < 0);
};

document.addEventListener("input", (event) => {
  if (event.target.dataset?.counter) show(event.target);
});
const all = (root) => {
  for (const field of root.querySelectorAll("[data-counter]")) if (field.value) show(field);
};
all(document);
document.addEventListener("htmx:load", (event) => all(event.detail.elt));
