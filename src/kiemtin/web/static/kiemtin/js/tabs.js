// Brings the open one of a row of tabs into view where the row is wider than the screen.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  tab.scrollIntoView({ block: "nearest", inline: "center" });
}
