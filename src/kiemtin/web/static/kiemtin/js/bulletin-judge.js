// Reads and judges the code of a bulletin and opens the desk's signed list, the same as judge.py and
// known_list.py of kiemtin/record: all are tested on tests/record/vectors/bulletins.json. One file,
// since a name with a hash in it cannot be imported by another. docs/bulletins.md has the formats.
const VERDICTS = ["true", "mostly_true", "misleading", "false", "unproven"];
const KINDS = ["first", "amendment", "update", "withdrawal"];
const FORMAT = 1;
const TAG = "kiemtin-bulletin-v1\n";
const MAX_CODE = 2000;
const LEAST_SIGNED = 84;
const NUMBER_BYTES = 7;
const LIST = "kiemtin-known-v1";
const DAY = 86_400_000;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

export class Refused extends Error {
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

class Reader {
  constructor(data) {
    this.data = data;
    this.at = 0;
  }

  take(count) {
    if (count > this.data.length - this.at) throw new Refused("length");
    this.at += count;
    return this.data.subarray(this.at - count, this.at);
  }

  whole(count) {
    return this.take(count).reduce((value, byte) => value * 256 + byte, 0);
  }

  number() {
    for (let place = 0, value = 0; place < NUMBER_BYTES; place += 1) {
      const byte = this.whole(1);
      value += (byte & 0x7f) * 128 ** place;
      if (byte < 0x80) {
        if (byte === 0 && place) throw new Refused("number");
        return value;
      }
    }
    throw new Refused("number");
  }

  text() {
    const data = this.take(this.number());
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
    } catch {
      throw new Refused("text");
    }
    if (!text.trim() || HIDDEN.test(text)) throw new Refused("text");
    return text;
  }

  word(table) {
    const found = table[this.whole(1) - 1];
    if (!found) throw new Refused("word");
    return found;
  }

  counted() {
    const value = this.number();
    if (value < 1) throw new Refused("number");
    return value;
  }
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

const toCode = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// The code itself, or what stands behind the # of an address.
const bare = (text) => text.replace(/[ \t\r\n]+/g, "").split("#").pop();

function fromCode(text) {
  const code = bare(text);
  if (code.length > MAX_CODE) throw new Refused("too_long", { limit: MAX_CODE, got: code.length });
  if (!/^[A-Za-z0-9_-]+$/.test(code) || code.length % 4 === 1) throw new Refused("not_a_code");
  const bytes = bytesOf(code.replaceAll("-", "+").replaceAll("_", "/"));
  if (bytes.length < LEAST_SIGNED) throw new Refused("not_a_code");
  const signed = readCode(bytes);
  if (toCode(bytes) !== code) throw new Refused("not_a_code");
  return signed;
}

function readCode(bytes) {
  const reader = new Reader(bytes);
  const found = reader.whole(1);
  if (found !== FORMAT) throw new Refused("format", { expected: FORMAT, got: found });
  const keyId = hex(reader.take(4));
  const statement = readStatement(reader);
  const head = bytes.subarray(0, reader.at);
  const signature = reader.take(64);
  if (reader.at !== bytes.length) throw new Refused("length");
  return { keyId, statement, head, signature };
}

function readStatement(reader) {
  const number = reader.counted();
  const version = reader.counted();
  const verdict = reader.word(VERDICTS);
  const kind = reader.word(KINDS);
  const minutes = reader.whole(4);
  if (minutes >= 65_536 * 24 * 60) throw new Refused("date");
  const days = reader.whole(2);
  return {
    number,
    version,
    verdict,
    kind,
    publishedAt: new Date(minutes * 60_000),
    validUntil: days ? new Date(days * DAY).toISOString().slice(0, 10) : "",
    logIndex: reader.number(),
    desk: reader.text(),
    claim: reader.text(),
  };
}

// Whether this browser can check the signatures at all.
export async function able() {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(32), { name: "Ed25519" }, false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

async function verifies(publicKey, text, signature) {
  const algorithm = { name: "Ed25519" };
  const key = await crypto.subtle.importKey("raw", publicKey, algorithm, false, ["verify"]);
  return crypto.subtle.verify(algorithm, key, signature, text);
}

function tagged(tag, bytes) {
  const head = new TextEncoder().encode(tag);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
}

// keys: as bulletin-list.js gives them · known: its list or null · today: "2026-11-23"
export async function judge(text, keys, known, today) {
  let signed;
  try {
    signed = fromCode(text);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { state: "malformed", refused };
  }
  const { key, holds } = await signer(signed, keys);
  if (!key) return { state: "unknown_key" };
  if (!holds) return { state: "altered" };
  const { statement } = signed;
  const listed = known?.newest.get(statement.number);
  const newest = listed && listed.version > statement.version ? listed : null;
  const state = byKey(statement, key) || byList(statement, newest) || byDay(statement, known, today);
  return { state, statement, key, newest, asOf: known?.madeAt };
}

// Four bytes of a key can collide: the one that holds goes first.
async function signer(signed, keys) {
  const named = keys.filter((key) => key.id === signed.keyId);
  for (const key of named) {
    if (await verifies(key.publicKey, tagged(TAG, signed.head), signed.signature))
      return { key, holds: true };
  }
  return { key: named[0], holds: false };
}

function byKey(statement, key) {
  if (!key.endedAt) return "";
  if (statement.publishedAt > key.endedAt) return "key_ended";
  return key.endedWhy === "rotated" ? "" : "key_doubtful";
}

function byList(statement, newest) {
  if (newest) return newest.kind === "withdrawal" ? "withdrawn" : "superseded";
  return statement.kind === "withdrawal" ? "withdrawn" : "";
}

// A clock that is behind must not make an old bulletin good again.
function byDay(statement, known, today) {
  const at = known?.madeAt.toISOString().slice(0, 10) ?? "";
  const latest = at > today ? at : today;
  return statement.validUntil && statement.validUntil < latest ? "expired" : "holds";
}

// The list: only from the key that this device knows, or from one that it vouched for.
const HANDOVER = "kiemtin-key-change-v1\n";
const MOMENT = "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)";
const KEY = new RegExp(`^key (\\S+) ${MOMENT} (?:-|${MOMENT}) (-|rotated|revoked|lost) (-|\\S+)$`);
const NEWEST = new RegExp(`^newest ([1-9]\\d{0,14}) ([1-9]\\d{0,14}) (${KINDS.join("|")})$`);
const bytes = (text) => new TextEncoder().encode(text);

function unreadable() {
  return new Refused("list_unreadable", { expected: LIST });
}

async function readKey(line) {
  const found = KEY.exec(line);
  if (!found) throw unreadable();
  const [, text, since, endedAt, why, handover] = found;
  const [name, id, ...code] = text.split("+");
  const typed = bytesOf(code.join("+"));
  const named = tagged(`${name}\n`, typed);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", named));
  if (typed.length !== 33 || typed[0] !== 1 || hex(digest.subarray(0, 4)) !== id) throw unreadable();
  if (!endedAt !== (why === "-")) throw unreadable();
  return {
    text,
    name,
    id,
    publicKey: typed.subarray(1),
    since: new Date(since),
    endedAt: endedAt ? new Date(endedAt) : null,
    endedWhy: why === "-" ? "" : why,
    handover: handover === "-" ? null : bytesOf(handover),
  };
}

async function readList(text) {
  const [version, origin, madeAt, ...rest] = text.split("\n").slice(0, -1);
  if (version !== LIST || !new RegExp(`^${MOMENT}$`).test(madeAt)) throw unreadable();
  const keys = await Promise.all(rest.filter((line) => line.startsWith("key ")).map(readKey));
  const newest = new Map();
  for (const line of rest.slice(keys.length)) {
    const found = NEWEST.exec(line);
    if (!found) throw unreadable();
    newest.set(Number(found[1]), { version: Number(found[2]), kind: found[3] });
  }
  const inUse = keys.filter((key) => !key.endedAt);
  if (inUse.length !== 1 || inUse[0] !== keys.at(-1)) throw unreadable();
  return { origin, madeAt: new Date(madeAt), keys, newest, current: inUse[0] };
}

async function reaches(pinned, keys) {
  let at = null;
  for (const key of keys) {
    if (key.text === pinned) at = key;
    else if (at && key.handover) {
      const vouched = tagged(HANDOVER, bytes(key.text));
      at = (await verifies(at.publicKey, vouched, key.handover)) ? key : null;
    } else at = null;
  }
  return at !== null;
}

// pinned: the text of the key that this device knows, "" on the first use of all.
export async function openList(note, pinned) {
  const border = note.lastIndexOf("\n\n");
  if (border < 0 || !note.endsWith("\n")) throw unreadable();
  const text = note.slice(0, border + 1);
  const lines = note.slice(border + 2, -1).split("\n");
  let known;
  try {
    known = await readList(text);
  } catch {
    throw unreadable();
  }
  const { current } = known;
  for (const line of lines) {
    const [dash, name, code] = line.split(" ");
    const value = code ? bytesOf(code) : new Uint8Array();
    if (dash !== "—" || name !== current.name || hex(value.subarray(0, 4)) !== current.id) continue;
    if (!(await verifies(current.publicKey, bytes(text), value.subarray(4))))
      throw new Refused("wrong_signature", { name });
    if (pinned && !(await reaches(pinned, known.keys)))
      throw new Refused("not_handed_over", { key: current.text });
    if (known.origin !== current.name)
      throw new Refused("other_log", { expected: current.name, got: known.origin });
    return known;
  }
  throw new Refused("not_signed");
}
