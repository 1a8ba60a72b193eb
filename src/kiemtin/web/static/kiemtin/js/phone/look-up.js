// Finds the fact-checks nearest to what was typed, on the device: BM25 (k1 1.2, b 0.75) over folded
// syllables and pairs of them; the last word typed may be only begun. It ranks and decides nothing.
const K1 = 1.2;
const B = 0.75;
const BEGUN = 24; // words that a beginning may stand for
const LEAST = 0.34; // share of what was typed, by weight, that must be found

function terms(words) {
  const found = [...words];
  for (let at = 1; at < words.length; at += 1) found.push(`${words[at - 1]} ${words[at]}`);
  return found;
}

// rows: fact-checks · syllables: from fold.js
export function buildIndex(rows, syllables) {
  const postings = new Map();
  const lengths = rows.map((row, place) => {
    const counts = new Map();
    const words = [row.claim, row.fact, row.said].flatMap((text) => terms(syllables(text)));
    for (const term of words) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const list = postings.get(term);
      if (list) list.push(place, count);
      else postings.set(term, [place, count]);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, rows.length);
  const words = [...postings.keys()].filter((term) => !term.includes(" ")).sort();
  return { rows, postings, lengths, average, words };
}

function begun(index, start) {
  let low = 0;
  let high = index.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.words[middle] < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  while (found.length < BEGUN && index.words[low]?.startsWith(start)) found.push(index.words[low++]);
  return found;
}

const rarity = (index, list) => {
  const holding = list.length / 2;
  return Math.log(1 + (index.rows.length - holding + 0.5) / (holding + 0.5));
};

function add(index, scores, list, weight) {
  for (let at = 0; at < list.length; at += 2) {
    const long = 1 - B + (B * index.lengths[list[at]]) / index.average;
    const worth = (list[at + 1] * (K1 + 1)) / (list[at + 1] + K1 * long);
    scores.set(list[at], (scores.get(list[at]) ?? 0) + weight * worth);
  }
}

// Gives at most `limit` rows, the nearest first; none when too little of the query is found.
export function search(index, query, syllables, limit = 5) {
  const words = syllables(query);
  if (!words.length) return [];
  const open = !/\s$/.test(query);
  const scores = new Map();
  const covered = new Map();
  let asked = 0;
  words.forEach((word, at) => {
    const last = open && at === words.length - 1;
    const meant = last && !index.postings.has(word) ? begun(index, word) : [word];
    const lists = meant.map((one) => index.postings.get(one)).filter(Boolean);
    const most = lists.length ? Math.max(...lists.map((list) => rarity(index, list))) : rarity(index, []);
    asked += most;
    const here = new Set();
    for (const list of lists) {
      add(index, scores, list, rarity(index, list));
      for (let place = 0; place < list.length; place += 2) here.add(list[place]);
    }
    for (const place of here) covered.set(place, (covered.get(place) ?? 0) + most);
  });
  for (const pair of terms(words).slice(words.length)) {
    const list = index.postings.get(pair);
    if (list) add(index, scores, list, rarity(index, list));
  }
  return [...scores]
    .filter(([place]) => covered.get(place) >= LEAST * asked)
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, limit)
    .map(([place]) => index.rows[place]);
}
