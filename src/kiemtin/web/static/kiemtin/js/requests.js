// When a request of htmx does not come through, says so and keeps everything that was typed.
const words = JSON.parse(document.getElementById("words").textContent);

const say = (text) => {
  const notice = document.createElement("div");
  notice.className = "notice flash notice--error";
  notice.setAttribute("role", "alert");
  const line = document.createElement("p");
  line.textContent = text;
  notice.append(line);
  document.getElementById("flashes")?.replaceChildren(notice);
};

document.addEventListener("htmx:sendError", () => say(words.failed));
document.addEventListener("htmx:timeout", () => say(words.failed));
document.addEventListener("htmx:responseError", (event) => {
  const told = event.detail.xhr.getResponseHeader("X-Notice");
  say(told ? decodeURIComponent(told) : words.failed);
});
