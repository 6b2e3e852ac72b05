/** The body map in the letter to health or to legal medicine: in words, with day and who noted it, and only with her yes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { gather } from '../../../src/main/referrals/gather.ts';
import type { Role } from '../../../src/shared/access/index.ts';
import type { ConsentGiven } from '../../../src/shared/care/index.ts';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { InjuryForm } from '../../../src/shared/injuries/index.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import {
  checkLetter,
  referralKinds,
  referralRules,
  shippedLetter,
  type ReferralKind,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';
import { counterpart, handOver } from '../../support/counterparts.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { failureOf } from '../refusal.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre();
});
afterAll(closeCentres);

const bruise = {
  ...{ region: 'throat', kind: 'bruise', size: '3 × 2', source: 'seen', seenOn: '2026-06-10' },
  ...{ event: 'ficha', eventOn: null, words: 'Donde Pedro la apretó' },
} as InjuryForm;

async function aCase(): Promise<string> {
  centre.clock.advance(60_000);
  const psychologist = await centre.as('psico');
  await psychologist.keepSession({});
  const { caseId } = await centre.aCase();
  const note = (change: object) => psychologist.noteInjury({ caseId, mark: { ...bruise, ...change } });
  await note({});
  await note({ region: 'mouth', kind: 'painTold', source: null, size: null, words: null });
  await note({ region: 'abdomen', kind: 'burn', event: 'earlier', eventOn: '2024-01-01', seenOn: '2026-06-10' });
  await note({ region: 'nape', kind: 'bite' });
  const { marks } = await psychologist.listInjuries({ caseId });
  const last = marks.at(-1);
  await psychologist.annulInjury({
    ...{ caseId, injuryId: last?.id ?? '', version: last?.version ?? 0, reason: 'mistake', words: null },
  });
  return caseId;
}

type Asked = { readonly consent?: Partial<ConsentGiven>; readonly options?: Partial<ReferralOptions> };

async function letterOf(
  caseId: string,
  kind: ReferralKind,
  { consent = {}, options = {} }: Asked = {},
): Promise<string> {
  const psychologist = await centre.as('psico');
  const given = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, reason: null };
  await psychologist.recordConsent({ caseId, consent: { ...given, purposes: [kind], receivers: [], ...consent } });
  const { options: started } = await psychologist.startReferral({ caseId, kind });
  const { document } = await psychologist.issueReferral({
    ...{ caseId, kind },
    options: {
      ...started,
      receiver: { post: 'Jefatura', establishment: 'Institución Inventada', authorityId: null },
      services: referralRules[kind].services.slice(0, 1),
      reason: 'Motivo inventado.',
      answers: someAnswers(kind),
      isKitDecided: true,
      includeInjuries: true,
      ...options,
    },
  });
  const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
  return textOf(await bytesOf(psychologist, file)).replace(/\s+/g, ' ');
}

const telling = ['health', 'emergency-kit', 'forensic-examination'] as const;

describe('the letter', () => {
  it.each(telling)('of %s says the marks that stand, with day and who noted them', async (kind) => {
    const text = await letterOf(await aCase(), kind);
    expect(text).toContain('Lesiones anotadas');
    expect(text).toContain('Hematoma, cuello, 3 × 2 cm (se vio el 10/06/2026; lo anotó Paula Inventada Psicóloga)');
    expect(text).toContain('Dolor referido, nariz y boca (lo refirió ella el 10/06/2026;');
    expect(text).toContain('no es un informe forense');
    // Free words, an earlier event and what was annulled stay in the ficha.
    for (const word of ['apretó', 'Quemadura', 'Mordedura']) expect(text).not.toContain(word);
  });

  it.each<[string, Asked]>([
    ['it was not asked for', { options: { includeInjuries: false } }],
    ['she could not be asked', { consent: { form: 'couldNotAsk', reason: 'dangerToLife' } }],
  ])('says none where %s', async (_, asked) => {
    const text = await letterOf(await aCase(), 'health', asked);
    expect(text).not.toContain('Hematoma');
    expect(text).not.toContain('Lesiones anotadas');
  });

  it('says none where there is none', async () => {
    const { caseId } = await centre.aCase();
    expect(await letterOf(caseId, 'health')).not.toContain('Lesiones anotadas');
  });

  it('of another kind takes no such answer, and its text cannot name them', async () => {
    const caseId = await aCase();
    expect(await failureOf(() => letterOf(caseId, 'police'))).toMatchObject({
      ...{ code: 'invalid' },
      issues: [{ path: 'options.includeInjuries' }],
    });
    const unknown = (kind: ReferralKind) => {
      const { value } = shippedLetter(kind);
      const without = value.text.replace('= Lesiones anotadas: {{ caso.lesiones }}\n', '');
      const text = without.replace('= Urgencia', '= Lesiones: {{ caso.lesiones }}\n= Urgencia');
      return checkLetter(text, kind).length > checkLetter(value.text, kind).length;
    };
    expect(referralKinds.filter((kind) => !unknown(kind)).toSorted()).toEqual([...telling].toSorted());
    for (const kind of telling)
      expect(shippedLetter(kind).value.text).toContain('= Lesiones anotadas: {{ caso.lesiones }}');
  });

  it('is read so on the sheet of the health post, until a mark is annulled', async () => {
    const caseId = await aCase();
    const account = await counterpart(centre, 'health');
    const { handOverId } = await handOver(centre, caseId, 'health', { options: { includeInjuries: true } });
    const sheet = async () => JSON.stringify((await account.readSheet({ caseId, handOverId })).blocks);
    expect(await sheet()).toContain('Hematoma, cuello');
    const psychologist = await centre.as('psico');
    const [first] = (await psychologist.listInjuries({ caseId })).marks;
    await psychologist.annulInjury({
      ...{ caseId, injuryId: first?.id ?? '', version: first?.version ?? 0, reason: 'mistake', words: null },
    });
    expect(await sheet()).not.toContain('Hematoma');
    expect(await sheet()).toContain('Dolor referido');
  });

  it('is of who may read the body map: Coordinación composes it without, and a sheet that was issued is as it was', async () => {
    const caseId = (await aCase()) as CaseId;
    const { id: staffId } = (await centre.sessionOf('psico')).staff;
    await centre.close();
    const marksOf = (roles: readonly Role[], isSheet = false) =>
      insideFile(centre.folder, (db) =>
        queriesOf<never>(db)
          .transaction()
          .execute(async (trx) => {
            const call = {
              session: { roles, staffId },
              now: '2026-06-10T15:00:00.000Z',
              today: '2026-06-10',
            };
            return (await gather(trx as never, caseId, call as never, isSheet)).marks.length;
          }),
      );
    expect(await marksOf(['psychologist'])).toBe(4);
    expect(await marksOf(['coordinator'])).toBe(0);
    expect(await marksOf(['healthCounterpart'], true)).toBe(4);
  });
});
