/** Size and shape limits of a message, checked before any schema sees it (security design §9.2, step 3). */

const maxCharacters = 1_000_000;
const maxDepth = 20;
const maxNodes = 100_000;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** True for plain JSON of at most 1 MB, 20 levels and 100,000 values, without keys that reach a prototype. */
export function isWithinLimits(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let characters = 0;
  let nodes = 0;
  while (open.length > 0) {
    const { value: current, depth } = open.pop() as { value: unknown; depth: number };
    nodes += 1;
    if (depth > maxDepth || nodes > maxNodes) return false;
    const parts = partsOf(current);
    if (parts === null) return false;
    characters += parts.characters;
    if (characters > maxCharacters) return false;
    for (const child of parts.children) open.push({ value: child, depth: depth + 1 });
  }
  return true;
}

function partsOf(value: unknown): { characters: number; children: readonly unknown[] } | null {
  if (value === null || typeof value === 'boolean') return { characters: 4, children: [] };
  if (typeof value === 'number') return isPlainNumber(value) ? { characters: 8, children: [] } : null;
  if (typeof value === 'string') return { characters: value.length, children: [] };
  if (typeof value !== 'object') return null;
  if (Array.isArray(value)) return { characters: 2, children: value };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return null;
  const keys = Object.keys(value);
  if (keys.some((key) => forbiddenKeys.has(key)) || Object.getOwnPropertySymbols(value).length > 0) return null;
  return { characters: keys.reduce((sum, key) => sum + key.length, 2), children: Object.values(value) };
}

/** −0 is no number anybody types, and would come back as another value than was sent. */
function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}
