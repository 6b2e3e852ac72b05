/** Copies of one practice centre as it grows, so that sizes can be compared in the same run. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CivilDate, PartialDate } from '../../src/shared/platform/dates.ts';
import { admission } from '../support/case-builder.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { drawn, givenBySex, seeded, surnamesByWeight } from '../support/invented-people.ts';
import { openCentre, templateFolder, type CaseOptions, type TestCentre } from '../support/start-application.ts';

/** Years of age at every admission of this centre: from 18 to 64. */
const ageOf = (index: number): number => 18 + ((index * 11) % 47);
/** Before June, so that nobody has a birthday between two admissions. */
function birthOf(index: number): PartialDate {
  return { year: 2026 - ageOf(index), month: (index % 4) + 1, day: ((index * 5) % 27) + 1 };
}

/**
 * Everybody is somebody else: own birthday, own document far from that of the next one, own aggressor, names by their
 * frequency. A few names for all would make every woman one to be ruled out before the next is validated.
 */
export function inventedCase(index: number): CaseOptions {
  const random = seeded(index + 1);
  const surname = () => drawn(surnamesByWeight, random);
  // The month of the founding, which can be closed.
  const admittedOn = `2026-06-${String((index % 10) + 1).padStart(2, '0')}` as CivilDate;
  return {
    user: {
      givenNames: drawn(givenBySex.F, random),
      firstSurname: surname(),
      secondSurname: surname(),
      document: { kind: 'dni', state: 'known', number: String(10_000_000 + ((index * 7_654_321) % 80_000_000)) },
      birth: birthOf(index),
    },
    aggressor: { givenNames: drawn(givenBySex.M, random), firstSurname: surname() },
    a: { admission: { ...admission, admittedOn }, answers: { userAge: ageOf(index) } },
    b: { incident: { occurredOn: { year: 2026, month: 4, day: 28 }, occurredTime: null, place: null } },
  };
}

export function freshFolder(from: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** A copy of a snapshot, opened; `closeCentres` removes it. */
export function openCopy(snapshot: string, instant = '2026-06-10T20:00:00.000Z'): Promise<TestCentre> {
  return openCentre(freshFolder(snapshot), fixedClock(instant));
}

/** Folder of the closed centre at each size of cases, sizes rising. */
export async function growCentre<Size extends number>(sizes: readonly Size[]): Promise<Record<Size, string>> {
  const folder = freshFolder(await templateFolder());
  const clock = fixedClock();
  const snapshots: Partial<Record<Size, string>> = {};
  let built = 0;
  for (const size of sizes) {
    const centre = await openCentre(folder, clock);
    for (; built < size; built += 1) {
      clock.advance(2000);
      await centre.aCase(inventedCase(built));
    }
    await centre.close();
    snapshots[size] = freshFolder(folder);
  }
  return snapshots as Record<Size, string>;
}
