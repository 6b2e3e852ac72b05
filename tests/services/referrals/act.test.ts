/** Several letters in one act, with the consent given in it: all are kept or nothing is. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConsent } from '../../../src/shared/care/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import {
  referralRules,
  shippedLetter,
  type ReferralKind,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

type Consent = InputGivenOf<Contract['recordConsent']>['consent'];
type BatchId = InputGivenOf<Contract['issueReferrals']>['batchId'];

const kinds = ['health', 'mental-health', 'public-defence'] as const satisfies readonly ReferralKind[];
const spoken: Consent = {
  ...blankConsent,
  ...{ scope: 'referral', form: 'spoken', reason: null, purposes: [...kinds] },
  receivers: kinds.map((kind) => `Institución ${kind}`),
};
const newBatch = () => crypto.randomUUID() as BatchId;

async function anAct(more: Partial<ReferralOptions> = {}) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  const letters = [];
  for (const kind of kinds) {
    const { options } = await psychologist.startReferral({ caseId, kind });
    const { services, asksReason } = referralRules[kind];
    const { post } = shippedLetter(kind).value;
    letters.push({
      kind,
      options: {
        ...options,
        receiver: { post, establishment: `Institución ${kind}`, authorityId: null },
        services: services.slice(0, 1),
        reason: asksReason ? 'Motivo inventado.' : null,
        answers: someAnswers(kind),
        ...(kind === 'public-defence' ? more : {}),
      },
    });
  }
  const act = { caseId, batchId: newBatch(), consent: spoken, letters };
  const kept = async () => ({
    documents: (await psychologist.listDocuments({ caseId })).documents.map(({ number }) => number),
    referrals: (await psychologist.listReferrals({ caseId })).referrals.length,
    consents: (await psychologist.listConsents({ caseId })).consents.filter(({ scope }) => scope === 'referral').length,
  });
  return { centre, caseId, psychologist, act, kept };
}

const nothing = { documents: [], referrals: 0, consents: 0 };

describe('issueReferrals', () => {
  it('keeps one consent and a letter for each receiver, numbered in their order', async () => {
    const { caseId, psychologist, act, kept } = await anAct();
    const { documents } = await psychologist.issueReferrals(act);
    expect(documents.map(({ number }) => number)).toEqual([1, 2, 3].map((at) => `Derivación · D-2026-00000${at}`));
    expect(await kept()).toMatchObject({ referrals: 3, consents: 1 });
    const { referrals } = await psychologist.listReferrals({ caseId });
    expect(new Set(referrals.map(({ code }) => code)).size).toBe(3);
    for (const [at, document] of documents.entries()) {
      const { file } = await psychologist.viewDocument({ caseId, documentId: document.id });
      const text = textOf(await bytesOf(psychologist, file));
      expect(text).toContain(`Institución ${kinds[at] ?? ''}`);
      expect(text).toContain('Verbal, del 10 de junio de 2026');
    }
  });

  it('keeps nothing when one letter cannot go out, and says which', async () => {
    const { psychologist, act, kept } = await anAct({ receiver: null });
    await expect(psychologist.issueReferrals(act)).rejects.toMatchObject({
      failure: { reason: 'referral-incomplete', issues: [{ path: 'letters.2.options.receiver' }] },
    });
    expect(await kept()).toEqual(nothing);
    const [first] = act.letters;
    if (first === undefined) throw new Error('no letter');
    const { documents } = await psychologist.issueReferrals({ ...act, batchId: newBatch(), letters: [first] });
    expect(documents[0]?.number).toBe('Derivación · D-2026-000001');
  });

  it.each<[string, Partial<Consent>, string]>([
    ['she does not accept', { form: 'refused' }, 'referral-without-consent'],
    ['she accepts one of the three', { purposes: ['health'] }, 'referral-without-consent'],
    [
      'the guardian is the accused',
      { guardianNames: 'Pedro Imaginario Condori', guardianBond: 'tío', assent: 'given' },
      'guardian-is-aggressor',
    ],
  ])('keeps nothing when %s', async (_, more, reason) => {
    const { psychologist, act, kept } = await anAct();
    await expect(psychologist.issueReferrals({ ...act, consent: { ...spoken, ...more } })).rejects.toMatchObject({
      failure: { reason },
    });
    expect(await kept()).toEqual(nothing);
  });

  it('goes out on what could not be asked, which waits until it is looked at', async () => {
    const { caseId, psychologist, act } = await anAct();
    const consent = { ...spoken, form: 'couldNotAsk' as const, reason: 'dangerToLife' as const };
    await psychologist.issueReferrals({ ...act, consent });
    const { consents } = await psychologist.listConsentsToReview({});
    expect(consents).toMatchObject([{ caseId, consent: { reason: 'dangerToLife' } }]);
  });

  it('gives the same letters to a call that is repeated', async () => {
    const { psychologist, act, kept } = await anAct();
    const repeated = crypto.randomUUID();
    const first = await psychologist.issueReferrals(act, { key: repeated });
    const again = await psychologist.issueReferrals(act, { key: repeated });
    expect(again).toEqual(first);
    expect(await kept()).toMatchObject({ referrals: 3, consents: 1 });
  });

  it('says how far it is while it runs, and nothing afterwards', async () => {
    const { psychologist, act } = await anAct();
    const seen: (number | undefined)[] = [];
    const running = psychologist.issueReferrals(act).then(() => 'ended' as const);
    for (let end: string | null = null; end === null;) {
      const { progress } = await psychologist.getReferralsProgress({ batchId: act.batchId });
      if (progress !== null) seen.push(progress.done);
      end = await Promise.race([running, new Promise<null>((resolve) => void setImmediate(resolve, null))]);
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted());
    expect(await psychologist.getReferralsProgress({ batchId: act.batchId })).toEqual({ progress: null });
  });
});
