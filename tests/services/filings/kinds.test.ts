/** Every kind from a real record: what is in reserve stays out, other persons of the event, corrections, what is offered. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FilingKind } from '../../../src/shared/filings/index.ts';
import { aUser, admission, anAggressor } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { approveRules } from '../../support/second-eye.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const secrets = ['Jazmines', 'molino', '987654321', 'rosa@inventada.example', 'Casa Reservada'];

const user = aUser({
  contact: {
    phone: '987654321',
    whose: 'ella',
    mayCall: 'yes',
    hours: null,
    whatToSay: null,
    email: 'rosa@inventada.example',
    emailIsSafe: true,
  },
  address: {
    streetKind: 'jiron',
    text: 'Los Jazmines Inventados 742',
    reference: 'frente al molino inventado',
    districtCode: '150132',
    settlement: null,
    isReserved: true,
    reservedReason: 'lo pidió',
  },
});

const child = aUser({
  givenNames: 'Nina Inventada',
  firstSurname: 'Condori',
  secondSurname: null,
  document: { kind: 'dni', state: 'notAsked', number: null },
  birth: { year: 2017, month: 2, day: 1 },
});

describe('all kinds', () => {
  it('draft from the record alone, and print nothing that is in reserve', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    const { kinds } = await lawyer.listFilings({ caseId });
    expect(kinds.map(({ kind }) => kind)).not.toContain(17);
    expect(kinds).toHaveLength(18);
    for (const { kind } of kinds) {
      const { options } = await lawyer.startFiling({ caseId, kind });
      const { file } = await lawyer.previewFiling({ caseId, kind, options });
      const text = textOf(await bytesOf(lawyer, file));
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  it('refuse an answer that the kind does not ask', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 18 });
    const answers = { ...options.answers, pedido_clase: 1, pedido_domicilio: 'Otro lugar' };
    const refused = await refusal(() => lawyer.previewFiling({ caseId, kind: 18, options: { ...options, answers } }));
    expect(refused).toBe('invalid/');
    const refusedKind = await refusal(() => lawyer.startFiling({ caseId, kind: 17 }));
    expect(refusedKind).toBe('rule-broken/filing-not-offered');
  });
});

describe('a writ', () => {
  const kind: FilingKind = 4;

  it('names others of the same event, a child by initials, and no ficha of another event', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const other = await centre.aCase({});
    const lawyer = await centre.as('legal');
    const linked = await lawyer.openLinkedCase({ caseId, admission, user: child, userLink: { kind: 'new' } });
    const { options } = await lawyer.startFiling({ caseId, kind });
    const named = { ...options, linked: [linked.caseId], annexes: ['Partida de Nina Inventada', 'Copia del DNI'] };
    const { file } = await lawyer.previewFiling({ caseId, kind, options: named });
    const text = textOf(await bytesOf(lawyer, file));
    expect(text).toContain('N. I. C.');
    expect(text).not.toContain('Nina');
    const wrong = { ...options, linked: [other.caseId] };
    expect(await refusal(() => lawyer.previewFiling({ caseId, kind, options: wrong }))).toBe('not-found/');
  });

  it('for measures names both whom she accuses of one event', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    const aggressor = anAggressor({ givenNames: 'Wilber Supuesto', firstSurname: 'Ccorahua' });
    const other = { caseId, admission, aggressor, aggressorLink: { kind: 'new' } } as const;
    const linked = await lawyer.openCaseAgainstAnother(other);
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const textWith = async (more: readonly (typeof linked.caseId)[]) => {
      const named = { ...options, linked: [...more] };
      const { file } = await lawyer.previewFiling({ caseId, kind: 3, options: named });
      return textOf(await bytesOf(lawyer, file));
    };
    expect(await textWith([])).not.toMatch(/Ccorahua/i);
    const text = await textWith([linked.caseId]);
    expect(text).toMatch(/Imaginario\s+Condori/i);
    expect(text).toMatch(/Supuesto\s+Ccorahua/i);
  });

  it('names another woman of the event who is called as she is', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    const namesake = { ...user, document: { kind: 'dni', state: 'known', number: '00445566' } } as const;
    const linked = await lawyer.openLinkedCase({ caseId, admission, user: namesake, userLink: { kind: 'new' } });
    const { options } = await lawyer.startFiling({ caseId, kind });
    const named = { ...options, linked: [linked.caseId] };
    const { file } = await lawyer.previewFiling({ caseId, kind, options: named });
    expect(textOf(await bytesOf(lawyer, file))).toContain('00445566');
  });

  it('is not begun while no version of its words counts; others are', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { versions } = await lawyer.listRules({ tableId: 'filing-template' });
    const template = versions.find(({ rowId }) => rowId === 'filing-03');
    await lawyer.changeRule({
      ...{ tableId: 'filing-template', rowId: 'filing-03', seenVersions: 1 },
      change: {
        ...{ value: template?.value ?? {}, validFrom: '2026-01-01', validTo: '2026-06-09', source: 'Oficio inventado' },
        ...{ confirmation: 'toConfirm', note: null, replaces: null },
      },
    });
    const start = (kind: 3 | 4) => refusal(() => lawyer.startFiling({ caseId, kind }));
    expect(await start(3)).toBe('none');
    await approveRules(centre);
    expect(await start(3)).toBe('rule-broken/filing-template-missing');
    expect(await start(4)).toBe('none');
  });

  it('says which issued writ it corrects, and is listed with its template', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ user });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind });
    await lawyer.issueFiling({ caseId, kind, options, missingReason: 'urgency' });
    const [first] = (await lawyer.listFilings({ caseId })).issued;
    expect(first).toMatchObject({ kind, writNumber: 1, template: 'filing-04@1' });
    const again = await lawyer.startFiling({ caseId, kind });
    expect(again.options.writNumber).toBeNull();
    const corrects = first?.id ?? '';
    const { file } = await lawyer.previewFiling({ caseId, kind, options: { ...again.options, corrects } });
    expect(textOf(await bytesOf(lawyer, file))).toContain(
      'corrijo y sustituyo el escrito N.º 1, registrado con el N.º E-2026-000001',
    );
    const unknown = { ...again.options, corrects: 'otro' };
    expect(await refusal(() => lawyer.previewFiling({ caseId, kind, options: unknown }))).toBe('not-found/');
  });
});
