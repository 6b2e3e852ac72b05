import { afterEach, describe, expect, it } from 'vitest';
import { attentionsOf, lastAttentionOn } from '../../../src/main/care/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const interview = {
  on: '2026-06-09',
  started: '09:00',
  ended: '10:15',
  modality: 'centre' as const,
  place: null,
  toldStory: true,
};

async function staffId(centre: TestCentre, login: 'psico' | 'social' | 'legal'): Promise<string> {
  return (await centre.sessionOf(login)).staff.id;
}

async function withTwo(centre: TestCentre, caseId: string) {
  const psychologist = await centre.as('psico');
  const present = [
    { staffId: await staffId(centre, 'psico'), service: 'psychology' as const },
    { staffId: await staffId(centre, 'legal'), service: 'legal' as const },
  ];
  await psychologist.recordInterview({ caseId, interview: { ...interview, present } });
}

async function partsOf(client: Client<Contract>, caseId: string) {
  return (await client.listInterviews({ caseId })).interviews[0]?.parts ?? [];
}

describe('an interview with two professionals', () => {
  it('is one retelling, and each signs the own part, which the other service cannot read', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await withTwo(centre, caseId);
    const psychologist = await centre.as('psico');
    const lawyer = await centre.as('legal');
    const own = (await partsOf(psychologist, caseId)).find((part) => part.isOwn);
    const { id: partId = '', version = 0 } = own ?? {};
    const write = { caseId, partId, body: 'Nota psicológica inventada.' };
    await psychologist.writeInterviewPart({ ...write, version, sign: false });
    await psychologist.writeInterviewPart({ ...write, version: version + 1, sign: true });
    const seen = (await partsOf(lawyer, caseId)).find((part) => part.service === 'psychology');
    expect(seen).toMatchObject({ isReadable: false, body: null, staffName: 'Paula Inventada Psicóloga' });
    expect(seen?.signedAt).not.toBeNull();
    expect((await psychologist.listInterviews({ caseId })).retellings).toEqual({ here: 1, before: null });
    expect((await partsOf(psychologist, caseId)).map((part) => part.signedAt !== null)).toEqual([false, true]);
  });

  it('freezes a signed part: it takes notes, of its author only', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await withTwo(centre, caseId);
    const lawyer = await centre.as('legal');
    const psychologist = await centre.as('psico');
    const own = (await partsOf(lawyer, caseId)).find((part) => part.isOwn);
    const { id: partId = '' } = own ?? {};
    const note = { caseId, partId, body: 'Texto inventado.' };
    expect(await refusal(() => lawyer.addInterviewAddendum({ ...note, version: 1 }))).toBe(
      'rule-broken/part-not-signed',
    );
    expect(await refusal(() => psychologist.writeInterviewPart({ ...note, version: 1, sign: true }))).toBe(
      'rule-broken/not-own-part',
    );
    await lawyer.writeInterviewPart({ ...note, version: 1, sign: true });
    expect(await refusal(() => lawyer.writeInterviewPart({ ...note, version: 2, sign: false }))).toBe(
      'rule-broken/part-signed',
    );
    await lawyer.addInterviewAddendum({ ...note, version: 2, body: 'Precisión inventada.' });
    const part = (await partsOf(lawyer, caseId)).find((one) => one.isOwn);
    expect(part).toMatchObject({ body: 'Texto inventado.', addenda: [{ body: 'Precisión inventada.' }] });
    // The record stays sound: every change is under its seal.
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  it('refuses who works in another service, twice the same, an end before the start and what has not come yet', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const id = await staffId(centre, 'psico');
    const own = { staffId: id, service: 'psychology' as const };
    const record = (change: object) =>
      psychologist.recordInterview({ caseId, interview: { ...interview, present: [own], ...change } });
    expect(await refusal(() => record({ present: [{ ...own, service: 'legal' }] }))).toBe('rule-broken/not-of-service');
    expect(await refusal(() => record({ present: [own, own] }))).toBe('rule-broken/same-part-twice');
    expect(await refusal(() => record({ present: [] }))).toBe('invalid/');
    expect(await refusal(() => record({ ended: '08:00' }))).toBe('invalid/');
    expect(await refusal(() => record({ on: '2026-06-11' }))).toBe('rule-broken/future-act');
    const later = { on: '2026-06-10', started: '09:01', ended: null };
    expect(await refusal(() => record(later))).toBe('rule-broken/future-act');
  });
});

describe('attentions of a case for other domains', () => {
  it('count an interview once for each service, and nothing that was not given or does not count', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await withTwo(centre, caseId);
    const lawyer = await centre.as('legal');
    const base = { on: '2026-06-10', time: null, withWhom: 'file' as const, outcome: 'done' as const, note: null };
    await lawyer.recordAttention({ caseId, attention: { ...base, action: 'legal-file-reading' } });
    await lawyer.recordAttention({ caseId, attention: { ...base, action: 'legal-counsel', outcome: 'notFound' } });
    await lawyer.recordAttention({ caseId, attention: { ...base, action: 'legal-counsel', on: '2026-06-08' } });
    await centre.close();
    const { given, last, none } = await insideFile(centre.folder, async (db) => {
      const queries = queriesOf(db);
      const trx = queries as never;
      return {
        given: await attentionsOf(trx, caseId),
        last: await lastAttentionOn(trx, [caseId]),
        none: await lastAttentionOn(trx, []),
      };
    });
    expect(given.map(({ kind, service, on }) => `${kind} ${service} ${on}`)).toEqual([
      'attention legal 2026-06-08',
      'interview legal 2026-06-09',
      'interview psychology 2026-06-09',
    ]);
    expect(last).toBe('2026-06-09');
    expect(none).toBeNull();
  });
});
