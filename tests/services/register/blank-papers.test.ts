import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, startCentre, testPrinters } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const print = (client: Client<Contract>, kind: 'ficha' | 'consent' | 'safetyCard', copies = 1) =>
  client.printBlankPapers({ kind, copies, way: 'save' });

function fromPaper(client: Client<Contract>, paperNumber: string | null, dni = '00112233') {
  return client.openCase({
    arrivalId: null,
    admission: {
      ...admission,
      admittedOn: '2026-06-08',
      admittedTime: '22:15',
      shift: 'night',
      isFromPaper: true,
      paperNumber,
    },
    user: aUser({ document: { kind: 'dni', state: 'known', number: dni } }),
    userLink: { kind: 'new' },
    aggressor: anAggressor(),
    aggressorLink: { kind: 'new' },
  });
}

async function stateOf(client: Client<Contract>, number: string) {
  const { papers } = await client.listBlankPapers({});
  const paper = papers.find((one) => one.number === number);
  return { id: paper?.id ?? '', state: paper?.state, caseNumber: paper?.caseNumber, reason: paper?.reason };
}

describe('printBlankPapers', () => {
  it('gives each copy the next number of one series, in one file', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const first = await print(desk, 'consent', 3);
    expect(first.numbers).toEqual(['C-2026-0001', 'C-2026-0002', 'C-2026-0003']);
    if (first.file === null) throw new Error('no file');
    const text = textOf(await bytesOf(desk, first.file));
    for (const number of first.numbers) expect(text).toContain(`N.º ${number} · Página 1 de 1`);
    expect((await print(desk, 'safetyCard')).numbers).toEqual(['C-2026-0004']);
    const { papers } = await (await centre.as('legal')).listBlankPapers({});
    expect(papers).toHaveLength(4);
    expect(papers[0]).toMatchObject({
      number: 'C-2026-0004',
      kind: 'safetyCard',
      state: 'unused',
      caseNumber: null,
      printedBy: 'Ana Inventada Admisión',
    });
  });

  it('spends the numbers of a pile that did not come out, and says so', async () => {
    const centre = await startCentre({
      ports: {
        printer: { list: () => Promise.resolve(testPrinters), print: () => Promise.reject(new Error('no paper')) },
      },
    });
    const desk = await centre.as('admision');
    const work = () => desk.printBlankPapers({ kind: 'consent', copies: 2, way: 'print' });
    expect(await refusal(work)).toBe('storage/copy-not-delivered');
    expect(await stateOf(desk, 'C-2026-0002')).toMatchObject({ state: 'voided', reason: 'No salió' });
    expect((await print(desk, 'consent')).numbers).toEqual(['C-2026-0003']);
  });

  it('is for who attends persons or receives them', async () => {
    const centre = await startCentre();
    for (const login of ['promocion', 'soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => print(client, 'safetyCard'))).toBe('forbidden/');
    }
  });
});

describe('a ficha typed in from paper', () => {
  it('keeps the date and hour of the paper, and takes its number once', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    await print(desk, 'ficha');
    const { caseId, number } = await fromPaper(desk, 'c-2026-0001');
    const { form } = await desk.getSectionA({ caseId });
    expect(form.admission).toMatchObject({
      admittedOn: '2026-06-08',
      admittedTime: '22:15',
      isFromPaper: true,
      paperNumber: 'C-2026-0001',
    });
    expect(await stateOf(desk, 'C-2026-0001')).toMatchObject({ state: 'used', caseNumber: number });
    expect(await refusal(() => fromPaper(desk, 'C-2026-0001', '00445566'))).toBe('rule-broken/paper-used');
    // Nothing half-saved: the case refused is not there.
    expect((await desk.listMyCases({})).cases).toHaveLength(1);
  });

  it('names the ficha of a paper only to who may know of it', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    await print(desk, 'ficha');
    const { number } = await fromPaper(desk, 'C-2026-0001');
    const psychologist = await centre.as('psico');
    expect(await stateOf(desk, 'C-2026-0001')).toMatchObject({ state: 'used', caseNumber: number });
    expect(await stateOf(psychologist, 'C-2026-0001')).toMatchObject({ state: 'used', caseNumber: null });
    const told = async (client: Client<Contract>) => {
      const failure: unknown = await fromPaper(client, 'C-2026-0001', '00445566').catch((error: unknown) => error);
      return failure instanceof ExpectedFailure ? failure.failure.issues[0]?.message : null;
    };
    expect(await told(desk)).toBe(`Ese formulario ya se registró en la ficha ${number}.`);
    expect(await told(psychologist)).toBe('Ese formulario ya se registró en otra ficha.');
  });

  it('refuses, at the field, a number never printed, of another paper, or annulled', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    await print(desk, 'consent');
    await print(desk, 'ficha');
    const { id } = await stateOf(desk, 'C-2026-0002');
    await desk.settleBlankPaper({ paperId: id, end: { kind: 'voided', reason: 'Se manchó' } });
    const reasons = [];
    for (const number of ['C-2026-0099', 'C-2026-0001', 'C-2026-0002']) {
      try {
        await fromPaper(desk, number);
      } catch (error) {
        if (error instanceof ExpectedFailure) reasons.push([error.failure.reason, error.failure.issues[0]?.path]);
      }
    }
    expect(reasons).toEqual([
      ['paper-unknown', 'admission.paperNumber'],
      ['paper-unknown', 'admission.paperNumber'],
      ['paper-voided', 'admission.paperNumber'],
    ]);
  });

  it('frees the paper when its number was mistyped', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    await desk.printBlankPapers({ kind: 'ficha', copies: 2, way: 'save' });
    const { caseId } = await fromPaper(desk, 'C-2026-0001');
    const { version, form } = await desk.getSectionA({ caseId });
    await desk.saveSectionA({
      caseId,
      version,
      form: { ...form, admission: { ...form.admission, paperNumber: 'C-2026-0002' } },
    });
    expect(await stateOf(desk, 'C-2026-0001')).toMatchObject({ state: 'unused', caseNumber: null });
    expect(await stateOf(desk, 'C-2026-0002')).toMatchObject({ state: 'used' });
  });
});

describe('settleBlankPaper', () => {
  it('says which ficha a paper belongs to, once', async () => {
    const centre = await startCentre();
    const { number } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await print(psychologist, 'consent');
    const { id } = await stateOf(psychologist, 'C-2026-0001');
    const use = (caseNumber: string) =>
      psychologist.settleBlankPaper({ paperId: id, end: { kind: 'used', caseNumber } });
    expect(await refusal(() => use('2026-9999'))).toBe('rule-broken/paper-case');
    expect(await use(number)).toMatchObject({ state: 'used', caseNumber: number });
    expect(await refusal(() => use(number))).toBe('rule-broken/paper-settled');
  });

  it('reads as absent for a ficha out of reach, and leaves fichas to the admission', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { number } = await fromPaper(desk, null);
    const psychologist = await centre.as('psico');
    await print(psychologist, 'consent');
    await print(psychologist, 'ficha');
    const consent = await stateOf(psychologist, 'C-2026-0001');
    const ficha = await stateOf(psychologist, 'C-2026-0002');
    const use = (paperId: string) => () =>
      psychologist.settleBlankPaper({ paperId, end: { kind: 'used', caseNumber: number } });
    expect(await refusal(use(consent.id))).toBe('rule-broken/paper-case');
    expect(await refusal(use(ficha.id))).toBe('rule-broken/paper-of-ficha');
  });
});
