// Brings the fonts once the page can be read; not where the reader saves data or the line is slow.
const line = navigator.connection;
const spare = !line || (!line.saveData && !/2g/.test(line.effectiveType || ""));
const load = () => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = document.querySelector("script[data-fonts]").dataset.fonts;
  document.head.append(link);
};
if (spare) {
  if (document.readyState === "complete") load();
  else window.addEventListener("load", load, { once: true });
}
