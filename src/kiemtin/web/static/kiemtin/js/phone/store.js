// What the phone keeps, in IndexedDB: things to send and things sent, fact-checks, bulletins to pass
// on. A newer app adds a step below and never changes an old one: what waits to be sent stays.
const STORE = "kiemtin-phone";
const SOUNDS = "kiemtin-phone-sounds";
const STEPS = [
  (db) => {
    for (const name of ["queue", "sent", "facts", "work"]) db.createObjectStore(name, { keyPath: "id" });
    db.createObjectStore("kept");
  },
];

// replaced: called when another tab brings a newer app; this one then has to be loaded anew.
export function openStore(replaced = () => {}) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(STORE, STEPS.length);
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const step of STEPS.slice(oldVersion)) step(request.result, request.transaction);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => {
        db.close();
        replaced();
      };
      resolve(db);
    };
  });
}

// Runs work(stores) in one transaction; resolves with what it gives once that is on the disk.
export function change(db, names, work, mode = "readwrite") {
  return new Promise((resolve, reject) => {
    const run = db.transaction(names, mode, { durability: mode === "readwrite" ? "strict" : "default" });
    const stores = Object.fromEntries([...run.objectStoreNames].map((name) => [name, run.objectStore(name)]));
    let given;
    run.oncomplete = () => resolve(given instanceof IDBRequest ? given.result : given);
    run.onabort = () => reject(run.error ?? new DOMException("", "AbortError"));
    run.onerror = () => {};
    given = work(stores);
  });
}

export const read = (db, name, key) => change(db, [name], (stores) => stores[name].get(key), "readonly");
export const list = (db, name) => change(db, [name], (stores) => stores[name].getAll(), "readonly");
export const keep = (db, key, value) => change(db, ["kept"], (stores) => stores.kept.put(value, key));
export const kept = (db, key) => read(db, "kept", key);

// Recordings can be fetched again; what waits to be sent cannot: they make room for it.
export const makeRoom = () => caches.delete(SOUNDS);

// Adds one item to what waits; a full phone throws, and then nothing was changed.
export async function enqueue(db, item) {
  const put = () => change(db, ["queue"], ({ queue }) => queue.put(item));
  try {
    await put();
  } catch {
    await makeRoom();
    await put();
  }
}
