/** Seeded units, HMAC starts and the reference attacker, shared by the tests of the report. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import {
  schemaVersion,
  seedLabel,
  startOf,
  type CaseForCount,
  type PublishingUnit,
  type Start,
} from '../../../src/shared/reports/index.ts';

export const key = Uint8Array.from({ length: 32 }, (_, index) => index);
export const centre = 'C-0001';
export const starts: readonly Start[] = [1, 2, 3];

export function hmacOf(period: string, group: string, schema: number = schemaVersion): Uint8Array {
  return createHmac('sha256', key).update(seedLabel({ centre, period, group, schema }), 'utf8').digest();
}

export function unitOf(period: string): PublishingUnit {
  return { centre, period, startBytesOf: (group) => hmacOf(period, group) };
}

/** A unit whose every group has the given start. */
export function unitWithStart(start: Start, period = '2026-03'): PublishingUnit {
  return { centre, period, startBytesOf: () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, start - 1) };
}

export function startFor(period: string): Start {
  return startOf(hmacOf(period, 'cases'));
}

/** Small generator with a seed (mulberry32): the same units on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick(weights: readonly number[], random: () => number): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return index < 0 ? weights.length - 1 : index;
}

/** Synthetic centres: ages in six groups, types (0–3) by age group, men 14 %. */
export const ageWeights = [0.05, 0.09, 0.17, 0.29, 0.33, 0.07];
export const typeWeights = [
  [0.01, 0.3, 0.42, 0.27],
  [0.01, 0.3, 0.4, 0.29],
  [0, 0.24, 0.36, 0.4],
  [0.01, 0.42, 0.45, 0.12],
  [0.01, 0.44, 0.47, 0.08],
  [0.07, 0.36, 0.55, 0.02],
];
const ageOfGroup = [3, 8, 14, 25, 45, 70];
export const band3Of = [0, 0, 0, 1, 1, 2];

export function caseFrom(random: () => number): CaseForCount & { ageGroup: number } {
  const ageGroup = pick(ageWeights, random);
  const orNull = <Value>(value: Value, share: number) => (random() < share ? null : value);
  return {
    ageGroup,
    violenceType: pick(typeWeights[ageGroup] ?? [], random) as 0 | 1 | 2 | 3,
    age: ageOfGroup[ageGroup] ?? 0,
    sex: random() < 0.14 ? 1 : 0,
    condition: (1 + pick([0.6, 0.1, 0.1, 0.12, 0.08], random)) as 1 | 2 | 3 | 4 | 5,
    riskLevel: orNull((1 + pick([0.19, 0.51, 0.3], random)) as 1 | 2 | 3, 0.03),
    bondGroup: orNull((1 + pick([0.46, 0.43, 0.11], random)) as 1 | 2 | 3, 0.01),
    complaint: orNull(random() < 0.88 ? 1 : 0, 0.02),
    protection: orNull(random() < 0.14 ? 1 : 0, 0.02),
  };
}

export function casesOf(size: number, random: () => number): (CaseForCount & { ageGroup: number })[] {
  return Array.from({ length: size }, () => caseFrom(random));
}

/** Without the exact age group, which the report must never see. */
export function plain({ ageGroup: _ageGroup, ...one }: CaseForCount & { ageGroup: number }): CaseForCount {
  return one;
}

/** Log-normal size of a unit, cut to 5–300. */
export function sizeFrom(median: number, sigma: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(300, Math.max(5, Math.round(median * Math.exp(sigma * normal))));
}

export const caseArbitrary: fc.Arbitrary<CaseForCount> = fc.record({
  violenceType: fc.constantFrom(0, 1, 2, 3),
  age: fc.integer({ min: 0, max: 130 }),
  sex: fc.constantFrom(0, 1),
  condition: fc.constantFrom(1, 2, 3, 4, 5),
  riskLevel: fc.constantFrom(1, 2, 3, null),
  bondGroup: fc.constantFrom(1, 2, 3, null),
  complaint: fc.constantFrom(0, 1, null),
  protection: fc.constantFrom(0, 1, null),
});

/** A published table kept beside the tests. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/reports/${name}.json`, import.meta.url), 'utf8'));
}

/** Parts of a ZIP by name, with the DOS date and time each carries. */
export function unzip(bytes: Uint8Array): { name: string; stamp: number; text: string }[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = buffer.readUInt32LE(end + 16);
  return Array.from({ length: buffer.readUInt16LE(end + 10) }, () => {
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
    const local = buffer.readUInt32LE(at + 42);
    const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const content = buffer.subarray(from, from + buffer.readUInt32LE(at + 20));
    const part = {
      name: buffer.toString('utf8', at + 46, at + 46 + (nameSize ?? 0)),
      stamp: buffer.readUInt32LE(at + 12),
      text: (buffer.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8'),
    };
    at += 46 + (nameSize ?? 0) + (extra ?? 0) + (comment ?? 0);
    return part;
  });
}
