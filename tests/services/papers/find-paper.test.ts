/** A paper by its number: for who may list the papers of its ficha, and as unknown to anybody else. */
import { afterEach, expect, it } from 'vitest';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { declare } from '../reception/at-the-door.ts';

afterEach(closeCentres);

async function withWrit() {
  const centre = await startCentre();
  const { caseId, number: caseNumber } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const filled = {
    ...options,
    addressee: { treatment: 'SEÑORA JUEZA', office: 'del Juzgado de Familia de Villa Inventada' },
    measures: [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }],
  };
  const { document } = await lawyer.issueFiling({ caseId, kind: 3, options: filled, missingReason: 'urgency' });
  const find = async (login: Login, number: string) => (await (await centre.as(login)).findPaper({ number })).papers;
  return { centre, caseId, caseNumber, document, find };
}

it('is found by the number of the paper, and by none that is like it', async () => {
  const { caseId, caseNumber, document, find } = await withWrit();
  expect(document.number).toContain('E-2026-000001');
  const found = {
    id: document.id,
    kind: 'filing',
    number: document.number,
    caseId,
    caseNumber,
    issuedOn: '2026-06-10',
  };
  expect(await find('legal', 'E-2026-000001')).toEqual([found]);
  expect(await find('coordina', 'E-2026-000001')).toEqual([found]);
  expect(await find('legal', 'E-2026-000002')).toEqual([]);
  expect(await find('legal', 'D-2026-000001')).toEqual([]);
});

it('is unknown to who may not have the ficha, and asked by nobody at the desk or with a pattern', async () => {
  const { centre, find } = await withWrit();
  await declare(centre, 'legal', {
    ...{ kinship: 'partner', documentKind: 'dni', documentNumber: '00112233' },
    ...{ givenNames: null, firstSurname: null, secondSurname: null },
  });
  expect(await find('legal', 'E-2026-000001')).toEqual([]);
  expect(await find('coordina', 'E-2026-000001')).toHaveLength(1);
  expect(await refusal(() => find('admision', 'E-2026-000001'))).toBe('forbidden/');
  expect(await refusal(() => find('coordina', 'E-2026-%'))).toMatch(/^invalid/);
});

it('leaves a line of the bitácora that holds no number', async () => {
  const { centre, find } = await withWrit();
  await find('legal', 'E-2026-000001');
  const { lines } = await (await centre.as('legal')).listOwnAudit({ before: null });
  const line = lines.find(({ action }) => action === 'document.found');
  expect(line).toBeDefined();
  expect(JSON.stringify(line)).not.toContain('E-2026');
});
