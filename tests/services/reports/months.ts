/** Months closed by two people, and what went out of them. */
import { createHash } from 'node:crypto';
import { reportFileSchema, type ReportFile } from '../../../src/shared/reports/index.ts';
import type { FileHandle } from '../../../src/shared/platform/ids.ts';
import { join } from 'node:path';
import { fixedClock } from '../../support/fixed-clock.ts';
import { madeOnce, putInto } from '../../support/made-once.ts';
import { openCentre, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';

export const june = '2026-06';
export const again = { password: passphrase };
export const july = '2026-07-03T14:00:00.000Z';

const given = ['Alicia', 'Beatriz', 'Carmen', 'Dora', 'Elena', 'Felicia', 'Gladys', 'Hilda', 'Irma', 'Juana'] as const;
const surnames = ['Apaza', 'Bautista', 'Ccori', 'Delgado', 'Espinoza', 'Flores'] as const;

/** Nobody is like anybody else: no question of who is who holds a closing up. */
export function person(index: number) {
  const number = String(10_000_000 + ((index * 7_654_321) % 80_000_000));
  return {
    givenNames: given[index % given.length] ?? '',
    firstSurname: surnames[Math.floor(index / given.length) % surnames.length] ?? '',
    birth: { year: 1960 + (index % 40), month: (index % 12) + 1, day: (index % 27) + 1 },
    document: { kind: 'dni' as const, state: 'known' as const, number },
  };
}

export async function makeCases(centre: TestCentre, from: number, count: number): Promise<void> {
  for (let index = from; index < from + count; index += 1) await centre.aCase({ user: person(index) });
}

const twenty = 20;
const twentyMade = madeOnce(async (place) => {
  const centre = await startCentre();
  await makeCases(centre, 0, twenty);
  await centre.close();
  putInto(place, 'registro', centre.folder);
  return {};
});

/** A centre in June with so many validated cases; twenty take seconds, so they are made but once. */
export async function centreWithCases(count: number): Promise<TestCentre> {
  const isMany = count >= twenty;
  const centre = isMany
    ? await openCentre(join((await twentyMade()).place, 'registro'), fixedClock())
    : await startCentre();
  await makeCases(centre, isMany ? twenty : 0, isMany ? count - twenty : count);
  return centre;
}

/** Closes a month by two people, and those before it that still wait: they close in order. */
export async function close(centre: TestCentre, month: string, approver: Login = 'psico'): Promise<void> {
  const coordinator = await centre.as('coordina');
  for (let next = ''; next !== month;) {
    next = (await coordinator.listMonths({})).next;
    if (next > month) return;
    const proposal = await coordinator.proposeMonthClosing({ month: next }, again);
    await (await centre.as(approver)).approveMonthClosing({ proposalId: proposal.id }, again);
  }
}

export async function bytesOf(centre: TestCentre, file: FileHandle): Promise<Buffer> {
  const client = await centre.as('coordina');
  await client.saveFile({ id: file.id });
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const piece: { base64: string; nextOffset: number | null } = await client.readFile({ id: file.id, offset });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.nextOffset;
  }
  return Buffer.concat(pieces);
}

/** Hashes of the exported files by name. */
export async function exported(centre: TestCentre, month: string): Promise<Record<string, string>> {
  const { files } = await (await centre.as('coordina')).exportMonth({ month });
  const hashes: Record<string, string> = {};
  for (const file of files)
    hashes[file.name] = createHash('sha256')
      .update(await bytesOf(centre, file))
      .digest('hex');
  return hashes;
}

/** The unit of a month, or another one that its closing set free. */
export async function published(centre: TestCentre, month: string, period = month): Promise<ReportFile> {
  const { files } = await (await centre.as('coordina')).exportMonth({ month });
  const json = files.find((file) => file.name.endsWith(`-${period.toLowerCase()}-v2.json`));
  if (json === undefined) throw new Error('no json');
  return reportFileSchema.parse(JSON.parse((await bytesOf(centre, json)).toString('utf8')));
}
