// Records speech with the phone's microphone, in small pieces and for at most three minutes.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus", "audio/webm"];
const BITS = 32_000;
const MOST_SECONDS = 180;

export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

// ticks(seconds) is called while it runs; gives { stop } whose promise holds the recording.
export async function record(ticks) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
  const pieces = [];
  const began = performance.now();
  const clock = setInterval(() => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    ticks(seconds);
    if (seconds >= MOST_SECONDS) recorder.stop();
  }, 500);
  const done = new Promise((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => data.size && pieces.push(data);
    recorder.onerror = ({ error }) => reject(error);
    recorder.onstop = () => resolve(new Blob(pieces, { type: recorder.mimeType.split(";")[0] }));
  }).finally(() => {
    clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
  });
  recorder.start(1000);
  return { done, stop: () => recorder.state !== "inactive" && recorder.stop() };
}
