/** Seeded cases and HMAC starts, shared by the tests of the report. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { starts } from '../../../scripts/attack/exact.ts';
import { casesFrom, synthetic } from '../../../scripts/many/distributions.ts';
import { randomFrom, type Random } from '../../../scripts/many/random.ts';
import {
  schemaVersion,
  seedLabel,
  type CaseForCount,
  type PublishingUnit,
  type Start,
} from '../../../src/shared/reports/index.ts';

export const key = Uint8Array.from({ length: 32 }, (_, index) => index);
export const centre = 'C-0001';
export { starts };

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

export { randomFrom };

/** Synthetic cases. */
export function casesOf(size: number, random: Random): CaseForCount[] {
  const draw = casesFrom(synthetic, random);
  return Array.from({ length: size }, () => draw().counted);
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
