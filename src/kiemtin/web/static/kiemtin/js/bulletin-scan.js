// Reads a QR code with the camera or from a picture, where the browser can (BarcodeDetector); no
// picture leaves the device. Elsewhere the phone's own camera app opens the address.
const page = document.querySelector("[data-bulletin]");
const words = JSON.parse(document.getElementById("bulletin-words").textContent);
const room = page.querySelector("[data-scan]");
const video = room.querySelector("video");
const status = room.querySelector("[role=status]");
const start = room.querySelector("[data-camera]");
const WAIT = 200;

async function detector() {
  if (!("BarcodeDetector" in window)) return null;
  const formats = await BarcodeDetector.getSupportedFormats();
  return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}

function found(codes) {
  if (!codes.length) return false;
  const form = page.querySelector("form[data-check]");
  form.querySelector("textarea").value = codes[0].rawValue;
  form.requestSubmit();
  return true;
}

function stop() {
  for (const track of video.srcObject?.getTracks() ?? []) track.stop();
  video.srcObject = null;
  video.hidden = true;
}

async function watch(reader) {
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.hidden = false;
  status.textContent = words.looking;
  await video.play();
  while (video.srcObject) {
    if (found(await reader.detect(video))) {
      status.textContent = "";
      return stop();
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
}

const reader = await detector();
if (reader) {
  room.hidden = false;
  start.hidden = !navigator.mediaDevices;
  start.addEventListener("click", () => (video.srcObject ? stop() : watch(reader).catch(stop)));
  room.querySelector("input").addEventListener("change", async (event) => {
    const picture = await createImageBitmap(event.target.files[0]).catch(() => null);
    const codes = picture ? await reader.detect(picture) : [];
    status.textContent = found(codes) ? "" : words.noCode;
  });
}
