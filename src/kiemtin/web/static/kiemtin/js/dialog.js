// Opens the <dialog> that a button names in data-dialog; Escape and the dialog's own form close it.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  else if (event.target.nodeName === "DIALOG") event.target.close();
});
