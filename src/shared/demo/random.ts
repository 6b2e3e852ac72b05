/** Repeatable chance from a seed text: the same seed gives the same invented centre. Not for secrets. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<Value>(weighted: readonly (readonly [Value, number])[]): Value;
};

function seedOf(text: string): number {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}

/** mulberry32 over a hash of the seed text. */
export function makeRandom(seed: string): Random {
  let state = seedOf(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  function pick<Value>(weighted: readonly (readonly [Value, number])[]): Value {
    let left = next() * weighted.reduce((total, [, weight]) => total + weight, 0);
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    const last = weighted.at(-1);
    if (last === undefined) throw new Error('nothing to pick from');
    return last[0];
  }
  return {
    next,
    pick,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
  };
}

export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  return random.pick(values.map((value) => [value, 1] as const));
}

/** From one to `most` different values of the list, in its order. */
export function someOf<Value>(random: Random, values: readonly Value[], most: number): Value[] {
  const left = [...values];
  const chosen = new Set<Value>();
  const wanted = random.int(1, Math.min(most, values.length));
  while (chosen.size < wanted) chosen.add(left.splice(random.int(0, left.length - 1), 1)[0] as Value);
  return values.filter((value) => chosen.has(value));
}
