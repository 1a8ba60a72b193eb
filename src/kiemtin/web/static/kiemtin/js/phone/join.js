// Puts the invitation's code that stands behind the # into its field; it is sent by the person's tap.
const field = document.querySelector("[data-join-form] input[name=code]");
const code = decodeURIComponent(location.hash.slice(1));
if (code && !field.value) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
}
