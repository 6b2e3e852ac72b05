/**
 * Jaro–Winkler closeness of two words, 0..1 (Winkler 1990: weight 0.1, four letters of common beginning, applied to
 * every Jaro value). Own code: no small maintained library without further baggage; checked with published vectors.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const jaro = jaroOf(one, other);
  let prefix = 0;
  while (prefix < 4 && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(one: string, other: string): number {
  if (one.length === 0 || other.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Uint8Array(other.length);
  const matched: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const end = Math.min(other.length - 1, at + reach);
    for (let there = Math.max(0, at - reach); there <= end; there += 1) {
      if (taken[there] === 1 || one[at] !== other[there]) continue;
      taken[there] = 1;
      matched.push(at);
      break;
    }
  }
  if (matched.length === 0) return 0;
  let turned = 0;
  let there = 0;
  for (const at of matched) {
    while (taken[there] === 0) there += 1;
    if (one[at] !== other[there]) turned += 1;
    there += 1;
  }
  const count = matched.length;
  return (count / one.length + count / other.length + (count - turned / 2) / count) / 3;
}

type Rows = { readonly before: readonly number[]; readonly last: readonly number[] };

/** Cost of one cell: missing, added, wrong or turned letters. */
function costOf(
  texts: readonly [string, string],
  [row, column]: readonly [number, number],
  around: Rows,
  left: number,
): number {
  const [one, other] = texts;
  const [a, b] = [one[row - 1], other[column - 1]];
  const diagonal = (around.last[column - 1] ?? 0) + (a === b ? 0 : 1);
  const cost = Math.min((around.last[column] ?? 0) + 1, left + 1, diagonal);
  const isTurned = row > 1 && column > 1 && a === other[column - 2] && one[row - 2] === b;
  return isTurned ? Math.min(cost, (around.before[column - 2] ?? 0) + 1) : cost;
}

/** Typing errors between two texts, turned neighbours as one (optimal string alignment); `most` + 1 beyond `most`. */
export function typingErrors(one: string, other: string, most: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let rows: Rows = { before: [], last: Array.from({ length: other.length + 1 }, (_one, at) => at) };
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      next.push(costOf([one, other], [row, column], rows, next[column - 1] ?? 0));
    }
    rows = { before: rows.last, last: next };
  }
  return Math.min(rows.last[other.length] ?? most + 1, most + 1);
}
