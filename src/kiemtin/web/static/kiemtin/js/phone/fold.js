// Folds Vietnamese to plain lower-case letters and splits it into syllables, exactly as
// kiemtin.text.fold does: both are tested on tests/web/phone/fold.json.
const LATIN = [
  [0xc0, 0x250],
  [0x1e00, 0x1f00],
];
const PLAIN = { đ: "d", ð: "d", ł: "l", ø: "o", ħ: "h", ŧ: "t", ı: "i" };
const DIGITS = { "²": "2", "³": "3", "¹": "1" };
const TOKEN = /\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}]+/gu;
// The part in the lookahead gives nothing back, as a possessive repetition.
const THOUSANDS = /^\p{Nd}{1,3}([.,])\p{Nd}{3}(?=((?:\1\p{Nd}{3})*))\2(?:[.,]\p{Nd}+)?$/u;

const table = new Map(Object.entries(DIGITS));
for (let code = 0x300; code < 0x370; code += 1) table.set(String.fromCharCode(code), "");
for (const [first, end] of LATIN) {
  for (let code = first; code < end; code += 1) {
    const letter = String.fromCharCode(code);
    const [bare] = letter.toLowerCase().normalize("NFD");
    table.set(letter, PLAIN[bare] ?? bare);
  }
}

export function fold(text) {
  let folded = "";
  for (const letter of text.toLowerCase()) folded += table.get(letter) ?? letter;
  return folded;
}

function number(token) {
  const grouped = THOUSANDS.exec(token);
  return (grouped ? token.replaceAll(grouped[1], "") : token).replaceAll(",", ".");
}

export const syllables = (text) => (fold(text).match(TOKEN) ?? []).map(number);
