/** Saving the first account counts as the first interview and one retelling; no second form is asked for. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser, sectionBForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';

afterEach(closeCentres);

async function withAccount(account: string | null) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ b: { account } });
  return { centre, caseId };
}

async function firstInterviewOf(centre: TestCentre, caseId: string) {
  const { recordTerms } = await (await centre.as('legal')).getProceedings({ caseId });
  return recordTerms.find(({ ruleId }) => ruleId === 'D30');
}

const told = async (centre: TestCentre, caseId: string) => (await centre.as('psico')).listInterviews({ caseId });

async function record(centre: TestCentre, caseId: string, on: string) {
  const { staff } = await centre.sessionOf('psico');
  const present = [{ staffId: staff.id, service: 'psychology' as const }];
  const when = { on, started: '08:00', ended: null, modality: 'centre' as const, place: null };
  await (await centre.as('psico')).recordInterview({ caseId, interview: { ...when, toldStory: true, present } });
}

describe('the account of Section B', () => {
  it('is one retelling and ends the term of the first interview', async () => {
    const { centre, caseId } = await withAccount('Relato inventado.');
    expect(await told(centre, caseId)).toMatchObject({ retellings: { here: 1 }, toldInSectionB: '2026-06-10' });
    expect(await firstInterviewOf(centre, caseId)).toMatchObject({ state: 'done', doneOn: '2026-06-10' });
  });

  it('counts nothing while nothing is written; the term ends with the whole section, without a day', async () => {
    const { centre, caseId } = await withAccount(null);
    expect(await told(centre, caseId)).toMatchObject({ retellings: { here: 0 }, toldInSectionB: null });
    expect(await firstInterviewOf(centre, caseId)).toMatchObject({ state: 'done', doneOn: null });
    const desk = await centre.as('admision');
    const link = { kind: 'new' } as const;
    const persons = { user: aUser(), userLink: link, aggressor: anAggressor(), aggressorLink: link };
    const begun = await desk.openCase({ arrivalId: null, admission, ...persons });
    await desk.handOverCase({ caseId: begun.caseId, service: 'legal' });
    expect(await firstInterviewOf(centre, begun.caseId)).toMatchObject({ state: 'open' });
  });

  it('ended the term once the ficha was validated, whatever the section may come to ask later', async () => {
    const { centre, caseId } = await withAccount(null);
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      const id = db.prepare('select id from section_b where case_id = ?').pluck().get(caseId) as string;
      const empty = db.prepare('update section_b set valuation_level = null where id = ?');
      return changeSealed(db, { kind: 'section_b', id }, () => empty.run(id));
    });
    const again = await centre.restart();
    expect(await firstInterviewOf(again, caseId)).toMatchObject({ state: 'done', doneOn: null });
  });

  it('counts once when it is written over, and once with the interview in which its author heard it', async () => {
    const { centre, caseId } = await withAccount('Relato inventado.');
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getSectionB({ caseId });
    await psychologist.saveSectionB({
      caseId,
      version,
      form: sectionBForm({ account: 'Relato inventado, corregido.' }),
    });
    expect((await told(centre, caseId)).retellings.here).toBe(1);
    await record(centre, caseId, '2026-06-10');
    expect(await told(centre, caseId)).toMatchObject({ retellings: { here: 1 }, toldInSectionB: null });
  });

  it('is a telling of its own beside one that another professional heard', async () => {
    const { centre, caseId } = await withAccount('Relato inventado.');
    const { staff } = await centre.sessionOf('social');
    const present = [{ staffId: staff.id, service: 'social' as const }];
    const when = { on: '2026-06-10', started: '08:30', ended: null, modality: 'centre' as const, place: null };
    const social = await centre.as('social');
    await social.recordInterview({ caseId, interview: { ...when, toldStory: true, present } });
    expect((await told(centre, caseId)).retellings.here).toBe(2);
  });
});
