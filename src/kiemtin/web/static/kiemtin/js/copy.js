// Shows the buttons of a share line where the browser can copy, copies what data-copy says, and
// prints the page for data-print.
if (navigator.clipboard) {
  for (const share of document.querySelectorAll("[data-share]")) share.hidden = false;
  document.addEventListener("click", async (event) => {
    if (event.target.closest("[data-print]")) return print();
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const said = button.parentElement.querySelector("[data-copied]");
    if (said) said.textContent = said.dataset.copied;
  });
}
