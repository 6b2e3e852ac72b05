/**
 * Women of near names for the list under the search of the header, one of them with an earlier ficha that is reservada and
 * alone was told her document. Invented.
 */
import { seal } from '../services/reserve/sealing.ts';
import { fixedClock } from './fixed-clock.ts';
import { openCentre } from './start-application.ts';
import { likely, link, open, visit, wilber, yeni } from './visits.ts';

export async function buildSearch(folder: string): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:00:00.000Z'));
  for (const givenNames of ['Ana', 'Alicia', 'Amanda', 'Amelia', 'Antonia', 'Adela'])
    await open(
      centre,
      visit({ givenNames: `${givenNames} Inventada`, firstSurname: 'Sulca' }, { givenNames: 'Pedro' }),
    );
  const document = { kind: 'dni', state: 'known', number: '00778899' } as const;
  const before = await open(centre, visit({ ...yeni, document }, wilber));
  const now = await open(centre, visit(yeni, wilber));
  const [her] = await likely(now);
  await link(now, her?.personId ?? '');
  await seal(centre, before.caseId, { members: ['legal'] });
  await centre.close();
}
