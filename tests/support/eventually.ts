import { vi } from 'vitest';

/** Waits until it holds, shortly under the limit of a test: a second, as Vitest gives, reads a busy computer as a fault. */
export function eventually<Value>(holds: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(holds, { timeout: 50_000 });
}
