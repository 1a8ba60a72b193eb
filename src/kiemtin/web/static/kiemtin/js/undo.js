// Offers "take it back" for data-undo seconds, then takes the button away and leaves the notice.
// The time stands still while the pointer or the focus is on it, or the page is not seen.
const STEP = 100;

const start = (form) => {
  const whole = Number(form.dataset.undo) * 1000;
  const bar = form.querySelector(".undo-bar");
  let left = whole;
  form.removeAttribute("data-undo");
  const timer = setInterval(() => {
    if (!form.isConnected) clearInterval(timer);
    if (document.hidden || form.matches(":hover, :focus-within")) return;
    left -= STEP;
    bar.style.transform = `scaleX(${Math.max(left, 0) / whole})`;
    if (left > 0) return;
    clearInterval(timer);
    form.remove();
  }, STEP);
};

const scan = () => document.querySelectorAll("form[data-undo]").forEach(start);
scan();
document.addEventListener("htmx:afterSettle", scan);
