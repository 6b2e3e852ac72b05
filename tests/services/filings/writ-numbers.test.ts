/** Each proceeding counts its own writs, and one number is one paper. */
import { afterEach, describe, expect, it } from 'vitest';
import { aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type CaseOptions, type TestCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const { address } = aUser();
const reserved = aUser({ address: { ...address, text: 'jirón Inventado 1', isReserved: true } });
const court = { treatment: 'Señora Jueza', office: 'del Juzgado de Familia Inventado' };
const police = { treatment: 'Señor Comisario', office: 'de la Comisaría Inventada' };

async function begun(centre: TestCentre, given: CaseOptions = {}) {
  const { caseId } = await centre.aCase(given);
  const lawyer = await centre.as('legal');
  const issue = async (
    addressee: typeof court,
    courtFileNumber: string | null = null,
    writNumber: number | null = null,
  ) => {
    const { options } = await lawyer.startFiling({ caseId, kind: 18 });
    const given = { ...options, addressee, courtFileNumber, writNumber };
    return (await lawyer.issueFiling({ caseId, kind: 18, options: given, missingReason: 'urgency' })).document.number;
  };
  return { caseId, lawyer, issue };
}

describe('the number of a writ', () => {
  it('is that of its proceeding: another office and another file begin again', async () => {
    const { issue } = await begun(await startCentre());
    expect(await issue(police)).toBe('Escrito N.º 1 · E-2026-000001');
    expect(await issue(court)).toBe('Escrito N.º 1 · E-2026-000002');
    expect(await issue(court, '00012-2026')).toBe('Escrito N.º 2 · E-2026-000003');
    expect(await issue(court, '00099-2026')).toBe('Escrito N.º 2 · E-2026-000004');
    expect(await issue(court, '00099-2026')).toBe('Escrito N.º 3 · E-2026-000005');
    expect(await issue(court, '00012-2026')).toBe('Escrito N.º 3 · E-2026-000006');
    expect(await issue(police)).toBe('Escrito N.º 2 · E-2026-000007');
  });

  it('is the one that was typed, where earlier writs were made on paper, and is refused when it is taken', async () => {
    const { issue } = await begun(await startCentre());
    expect(await issue(court, '00012-2026', 7)).toBe('Escrito N.º 7 · E-2026-000001');
    expect(await issue(court, '00012-2026')).toBe('Escrito N.º 8 · E-2026-000002');
    await expect(issue(court, '00012-2026', 8)).rejects.toMatchObject({ failure: { reason: 'writ-number-used' } });
    expect(await issue(court, '00013-2026', 8)).toBe('Escrito N.º 8 · E-2026-000003');
  });

  it('is shown in the draft before it is given', async () => {
    const { caseId, lawyer, issue } = await begun(await startCentre());
    await issue(court, '00012-2026', 4);
    const { options } = await lawyer.startFiling({ caseId, kind: 18 });
    expect(options.writNumber).toBeNull();
    const { blocks } = await lawyer.composeDraft({
      ...{ caseId, kind: 18 },
      options: { ...options, addressee: court, courtFileNumber: '00012-2026' },
    });
    expect(JSON.stringify(blocks[0])).toContain('"label":"ESCRITO N.º","value":"5"');
  });
});

describe('a number', () => {
  it('is of one paper alone: the envelope has its own', async () => {
    const centre = await startCentre();
    // Her address is in reserve: the envelope says it.
    const { caseId, lawyer } = await begun(centre, { user: reserved });
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }];
    await lawyer.issueFiling({
      caseId,
      kind: 3,
      options: { ...options, addressee: court, measures },
      missingReason: 'urgency',
    });
    const { documents } = await lawyer.listDocuments({ caseId });
    const numbers = documents.map(({ number }) => number.split(' · ').at(-1) ?? number);
    expect(numbers.toSorted()).toEqual(['E-2026-000001', 'E-2026-000001-R']);
    for (const number of numbers) {
      const told = await lawyer.verifyDocument({ number: `Papel N.º ${number}`, contentHash: 'a'.repeat(64) });
      expect(told.documents.map((one) => one.number.split(' · ').at(-1))).toEqual([number]);
    }
    // Typed as before, without its letter: both are told.
    expect(
      (await lawyer.verifyDocument({ number: '2026-000001', contentHash: null })).documents.length,
    ).toBeGreaterThan(0);
  });
});
