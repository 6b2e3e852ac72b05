/** Women to be called on a Wednesday morning: one who did not come, one to remind, one not yet, one never. Invented. */
import { blankUser, type Contact } from '../../src/shared/people/index.ts';
import type { CivilDate } from '../../src/shared/platform/dates.ts';
import { admission, aUser } from './case-builder.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre, type TestCentre } from './start-application.ts';

const day = 24 * 3_600_000;

const women = [
  [
    'Rosa Inventada',
    '987654321',
    { mayCall: 'yes', hours: 'mañanas', whatToSay: 'de la botica', whose: 'Su hermana' },
    '2026-06-09',
  ],
  ['Irma Inventada', '912345678', { mayCall: 'yes' }, '2026-06-11'],
  ['Luz Inventada', '923456789', { mayCall: 'yes', hours: 'tardes' }, '2026-06-09'],
  ['Yeni Inventada', '934567890', { mayCall: 'yes', hours: 'cuando él sale a trabajar' }, '2026-06-09'],
  ['Carmen Inventada', '945678901', { mayCall: 'no' }, '2026-06-09'],
] as const satisfies readonly (readonly [string, string, Partial<Contact>, string])[];

/** Another document for each: they are no doubt of one another. */
async function withVisit(centre: TestCentre, at: number): Promise<void> {
  const [givenNames, phone, contact, on] = women[at] ?? women[0];
  const user = aUser({
    ...{ givenNames, firstSurname: ['Quispe', 'Mamani', 'Flores', 'Huamán', 'Condori'][at] ?? '', secondSurname: null },
    document: { kind: 'dni', state: 'known', number: `4433221${at}` },
    contact: { ...blankUser().contact, phone, ...contact },
  });
  const a = { admission: { ...admission, admittedOn: '2026-06-08' as CivilDate } };
  const incident = { occurredOn: { year: 2026, month: 6, day: 7 }, occurredTime: null, place: null };
  const { caseId } = await centre.aCase({ user, a, b: { incident }, isValidated: false });
  const desk = await centre.as('admision');
  await desk.bookVisit({
    // Those of the ninth are missed at nine.
    ...{
      caseId,
      saidName: null,
      day: on,
      time: on === '2026-06-09' ? '08:30' : '10:00',
      service: 'psychology',
      staffId: null,
      note: null,
    },
    mustCall: false,
  });
}

export async function buildCalls(folder: string): Promise<void> {
  const clock = fixedClock('2026-06-08T14:00:00.000Z');
  const first = await openCentre(folder, clock);
  for (const [at] of women.entries()) await withVisit(first, at);
  clock.advance(day);
  const centre = await first.restart();
  const desk = await centre.as('admision');
  const { visits } = await desk.listVisits({ day: '2026-06-09' });
  for (const { visitId, version } of visits) await desk.missVisit({ visitId, version });
  await centre.close();
}
