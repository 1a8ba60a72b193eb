// Shows what needs a passkey where the browser has them, and says in words when one did not work.
if (window.PublicKeyCredential)
  for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;

document.addEventListener("allauth.error", (event) => {
  const said = document.querySelector("[data-passkey-error]");
  if (!said) return;
  event.preventDefault();
  said.hidden = false;
});
