import { afterEach, describe, expect, it } from 'vitest';
import { blankSectionD } from '../../../src/shared/intake/index.ts';
import { insideFile } from '../inside-file.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const detail = 'Comadre de su hermana';

/** A woman of her own, whose ficha has the words at an «Otro» of Section A and of Section D. */
async function aCaseWith(centre: TestCentre, at: number): Promise<string> {
  const { caseId } = await centre.aCase({
    user: { givenNames: `Rosa Inventada ${at}`, document: { kind: 'dni', state: 'known', number: `0011220${at}` } },
    a: { answers: { bondGroup: 1, partnerBond: 10, otherPartnerBond: detail } },
  });
  const answers = { ...blankSectionD(), ownMeasures: ['other' as const], otherOwnMeasure: 'Cambió la chapa' };
  await (await centre.as('legal')).saveFormSection({ caseId, version: 0, form: { section: 'd', answers } });
  return caseId;
}

describe('listFrequentDetails', () => {
  it('offers the words of three persons, never those of two', async () => {
    const centre = await startCentre();
    const caseId = await aCaseWith(centre, 0);
    await aCaseWith(centre, 1);
    const offered = async () =>
      (await (await centre.as('psico')).listFrequentDetails({ caseId, section: 'a' })).details;
    expect(await offered()).toEqual({});
    await aCaseWith(centre, 2);
    expect(await offered()).toEqual({ otherPartnerBond: [detail] });
  });

  it.each([
    ['under seal', 'is_sealed = 1'],
    ['annulled', "annulled_at = '2026-06-10T14:00:00.000Z'"],
  ])(
    'leaves out a ficha %s',
    async (_state, set) => {
      const centre = await startCentre();
      const caseIds = [await aCaseWith(centre, 0), await aCaseWith(centre, 1), await aCaseWith(centre, 2)];
      const caseId = caseIds[0] ?? '';
      await insideFile(centre.folder, (db) => {
        db.prepare(`UPDATE case_file SET ${set} WHERE id = ?`).run(caseIds[1]);
      });
      const { details } = await (await centre.as('psico')).listFrequentDetails({ caseId, section: 'a' });
      expect(details).toEqual({});
    },
    60_000,
  );

  it('is refused for a section that the reader may not read, and outside the case', async () => {
    const centre = await startCentre();
    const caseId = await aCaseWith(centre, 0);
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.listFrequentDetails({ caseId, section: 'd' }))).toBe('not-found/');
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.listFrequentDetails({ caseId, section: 'd' }))).toBe('not-found/');
  });
});
