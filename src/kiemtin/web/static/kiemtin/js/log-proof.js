// Checks proofs, checkpoints and growth of the public log in a browser, with Web Crypto alone, by the
// rules of kiemtin/record. Numbers from 2^53 on, which no desk reaches, are refused.
const HEADER = "c2sp.org/tlog-proof@v1";
const COMMITMENT = "kiemtin-commitment-v1\n";
const CONTENT = "kiemtin-content-v1\n";
const WIDTH = 256;
const HASH = 32;
const MOST_HASHES = 63;
const ED25519 = 1;
const LEAF = 0;
const NODE = 1;

export class Refused extends Error {
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

const unreadable = () => new Refused("unreadable");
const rewritten = () => new Refused("rewritten");
const isWhole = Number.isSafeInteger;

const utf8 = new TextEncoder();
export const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
export const leafHash = (data) => sha256([LEAF], data);
export const nodeHash = (left, right) => sha256([NODE], left, right);

export function bytesOf(base64, length = null) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw unreadable();
  }
  // One way of writing only.
  const right = length === null || bytes.length === length;
  if (!right || btoa(String.fromCharCode(...bytes)) !== base64) throw unreadable();
  return bytes;
}

export function textOf(data) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    throw unreadable();
  }
}

function numberOf(text) {
  const number = Number(text);
  if (!/^(0|[1-9][0-9]*)$/.test(text) || !isWhole(number)) throw unreadable();
  return number;
}

function linesOf(text) {
  if (!text.endsWith("\n")) throw unreadable();
  return text.slice(0, -1).split("\n");
}

// A public key in its text form: NAME+ID+BASE64.
export async function readKey(line) {
  const [name, id, ...rest] = line.split("+");
  const typed = bytesOf(rest.join("+"), 1 + HASH);
  const expected = await sha256(utf8.encode(`${name}\n`), typed);
  if (typed[0] !== ED25519 || !name || hex(expected.slice(0, 4)) !== id) throw unreadable();
  return { name, id, bytes: typed.slice(1), text: line };
}

// The keys to believe, one a line; # begins a comment. What one names as revoked is believed nowhere.
export async function readKeys(text) {
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  const revoked = readRevoked(text);
  const keys = await Promise.all(lines.map(readKey));
  return keys.filter((key) => !revoked.includes(key.text));
}

export const readRevoked = (text) =>
  [...text.matchAll(/^# revoked \d{4}-\d\d-\d\d: (\S+)$/gm)].map((found) => found[1]);

function splitNote(note) {
  const border = note.lastIndexOf("\n\n");
  if (border < 0) throw unreadable();
  const signatures = linesOf(note.slice(border + 2)).map((line) => {
    const [dash, name, code, ...more] = line.split(" ");
    if (dash !== "—" || !code || more.length) throw unreadable();
    const bytes = bytesOf(code);
    return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
  });
  return { text: note.slice(0, border + 1), signatures };
}

// The checkpoint of a note for the log of `keys`; `key` is the first of them that signed it.
export async function openCheckpoint(note, keys) {
  const { text, signatures } = splitNote(note);
  const signed = [];
  for (const one of signatures) {
    const key = keys.find(({ name, id }) => name === one.name && id === one.id);
    if (key && !(await isSigned(key, text, one.bytes))) throw new Refused("wrong_signature", { name: key.name });
    signed.push(key);
  }
  const key = keys.find((one) => signed.includes(one));
  if (!key) throw new Refused("not_signed");
  const [origin, size, root] = linesOf(text);
  if (origin !== keys[0].name) throw new Refused("wrong_origin", { origin });
  return { origin, size: numberOf(size ?? ""), root: bytesOf(root ?? "", HASH), key };
}

async function isSigned(key, text, signature) {
  const known = await crypto.subtle.importKey("raw", key.bytes, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", known, signature, utf8.encode(text));
}

// Whether this browser can check Ed25519 at all: it takes HTTPS and a browser of 2025 or later.
export async function able() {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(HASH), "Ed25519", false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

export function readProof(text) {
  const border = text.indexOf("\n\n");
  const [header, ...rest] = linesOf(text.slice(0, border + 1));
  if (header !== HEADER) throw unreadable();
  const extra = rest[0]?.startsWith("extra ") ? bytesOf(rest.shift().slice(6)) : null;
  const [index, ...hashes] = rest;
  if (!index?.startsWith("index ") || hashes.length > MOST_HASHES) throw unreadable();
  return {
    extra,
    index: numberOf(index.slice(6)),
    hashes: hashes.map((hash) => bytesOf(hash, HASH)),
    note: text.slice(border + 2),
  };
}

const half = (number) => Math.floor(number / 2);
const isOdd = (number) => number % 2 === 1;
const isHash = (bytes) => bytes.length === HASH;

function requireIn(low, number, high) {
  if (!isWhole(number) || !isWhole(high) || number < low || number > high) throw new Refused("out_of_range");
}

// RFC 9162, 2.1.3.2.
export async function checkInclusion(leaf, index, size, proof, root) {
  requireIn(0, index, size - 1);
  if (![leaf, root, ...proof].every(isHash)) throw unreadable();
  let [at, last, result] = [index, size - 1, leaf];
  for (const hash of proof) {
    if (last === 0) throw new Refused("root_differs");
    if (isOdd(at) || at === last) {
      result = await nodeHash(hash, result);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      result = await nodeHash(result, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  if (last !== 0 || !same(result, root)) throw new Refused("root_differs");
}

// RFC 9162, 2.1.4.2. Growth from nothing proves nothing and is refused.
export async function checkConsistency(old, size, proof, oldRoot, root) {
  requireIn(1, old, size);
  if (![oldRoot, root, ...proof].every(isHash)) throw unreadable();
  if (old === size) {
    if (proof.length || !same(oldRoot, root)) throw rewritten();
    return;
  }
  const path = isPower(old) ? [oldRoot, ...proof] : [...proof];
  if (!proof.length) throw rewritten();
  let [at, last] = [old - 1, size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let before = path.shift();
  let after = before;
  for (const hash of path) {
    if (last === 0) throw rewritten();
    if (isOdd(at) || at === last) {
      before = await nodeHash(hash, before);
      after = await nodeHash(hash, after);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      after = await nodeHash(after, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  if (last !== 0 || !same(before, oldRoot) || !same(after, root)) throw rewritten();
}

// The largest power of two below `size`.
function splitOf(size) {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

const isPower = (number) => number === 1 || splitOf(number) * 2 === number;

// The hashes of complete subtrees of a log of `size`, from its tiles; `fetchTile(path)` gives bytes
// or null. What comes is believed only when a proof made of it leads to a signed root.
export function nodesOf(size, fetchTile) {
  const tiles = new Map();
  async function tile(level, index) {
    const there = Math.floor(size / WIDTH ** level) - index * WIDTH;
    const width = Math.min(WIDTH, there);
    const whole = `tile/${level}/${numberPath(index)}`;
    const data = (width < WIDTH && (await fetchTile(`${whole}.p/${width}`))) || (await fetchTile(whole));
    if (!data || data.length < width * HASH) throw new Refused("tile_missing", { path: whole });
    return data;
  }
  return async function node(height, index) {
    const level = Math.floor(height / 8);
    const count = 2 ** (height % 8);
    const place = Math.floor((index * count) / WIDTH);
    const name = `${level}/${place}`;
    if (!tiles.has(name)) tiles.set(name, tile(level, place));
    const data = await tiles.get(name);
    const start = ((index * count) % WIDTH) * HASH;
    let hashes = Array.from({ length: count }, (_one, at) =>
      data.slice(start + at * HASH, start + (at + 1) * HASH),
    );
    while (hashes.length > 1) hashes = await folded(hashes);
    return hashes[0];
  };
}

const folded = (hashes) =>
  Promise.all(hashes.filter((_one, at) => at % 2 === 0).map((left, at) => nodeHash(left, hashes[2 * at + 1])));

export function numberPath(number) {
  const digits = String(number);
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.../g);
  return parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join("/");
}

// RFC 6962, 2.1.2.
export async function consistencyProof(node, old, size) {
  return old === size ? [] : subproof(node, old, 0, size, true);
}

async function subproof(node, old, start, end, whole) {
  if (old === end) return whole ? [] : [await subtree(node, start, end)];
  const middle = start + splitOf(end - start);
  if (old <= middle)
    return [...(await subproof(node, old, start, middle, whole)), await subtree(node, middle, end)];
  return [...(await subproof(node, old, middle, end, false)), await subtree(node, start, middle)];
}

async function subtree(node, start, end) {
  const size = end - start;
  if (isPower(size)) {
    let height = 0;
    while (2 ** height < size) height += 1;
    return node(height, start / size);
  }
  const middle = start + splitOf(size);
  return nodeHash(await subtree(node, start, middle), await subtree(node, middle, end));
}

export async function checkGrowth(older, newer, fetchTile) {
  if (older.size > newer.size) throw new Refused("shorter", { kept: older.size, size: newer.size });
  const proof = await consistencyProof(nodesOf(newer.size, fetchTile), older.size, newer.size);
  await checkConsistency(older.size, newer.size, proof, older.root, newer.root);
}

// What opens an entry. The state is "fits", or what the server says of salt and body that it left out:
// "erased", or "erased_by" the entry of that number.
export async function checkOpening(extra) {
  const text = textOf(extra);
  const found = parsed(text);
  // Bytes that read back as themselves cannot mean anything else.
  if (canonical(found) !== text || typeof found.entry !== "string") throw unreadable();
  const data = bytesOf(found.entry);
  const entry = parsed(textOf(data));
  if (found.salt === undefined) return { data, entry, ...erased(found) };
  const salt = Uint8Array.from(String(found.salt).match(/../g) ?? [], (pair) => parseInt(pair, 16));
  if (salt.length !== HASH || hex(salt) !== found.salt) throw unreadable();
  const made = await sha256(utf8.encode(COMMITMENT), salt, utf8.encode(canonical(found.body)));
  if (hex(made) !== entry.commitment) throw new Refused("content_differs");
  if (found.content !== undefined) {
    const hash = await sha256(utf8.encode(CONTENT), utf8.encode(canonical(found.content)));
    if (hex(hash) !== found.body.content_hash) throw new Refused("content_differs");
  }
  return { data, entry, body: found.body, state: "fits" };
}

function erased({ erased_by: number }) {
  if (number === undefined) return { state: "erased" };
  if (!isWhole(number) || number < 0) throw unreadable();
  return { state: "erased_by", number };
}

function parsed(text) {
  let value = null;
  try {
    value = JSON.parse(text);
  } catch {} // refused below, as what is no table
  if (value === null || typeof value !== "object") throw unreadable();
  return value;
}

// JSON as canonical_json.py writes it: sorted keys, no spaces, whole numbers only.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
