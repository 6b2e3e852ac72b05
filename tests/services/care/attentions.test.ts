import { actionTable } from '../../../src/shared/care/index.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Attention = InputGivenOf<Contract['recordAttention']>['attention'];

const session: Attention = {
  action: 'action-32',
  on: '2026-06-09',
  time: '10:30',
  withWhom: 'user',
  outcome: 'done',
  note: null,
};

describe('attentions', () => {
  it('are recorded by the service of the action and read back by the team', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).recordAttention({ caseId, attention: session });
    const { attentions } = await (await centre.as('legal')).listAttentions({ caseId });
    expect(attentions).toMatchObject([
      { actionWords: '32 Acompañamiento psicojurídico', service: 'psychology', counts: true, isWithdrawn: false },
    ]);
  });

  it('tell the team at once of a breached measure, which counts as no attention', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const breach = { ...session, action: 'psychology-breach', note: 'Se acercó a la vivienda, según refiere.' };
    await psychologist.recordAttention({ caseId, attention: session });
    await psychologist.recordAttention({ caseId, attention: breach });
    const { alerts } = await (await centre.as('legal')).listCaseAlerts({ caseId });
    expect(alerts.filter(({ kind }) => kind === 'measureBreached')).toMatchObject([{ note: breach.note }]);
    const { attentions } = await psychologist.listAttentions({ caseId });
    expect(attentions.find((one) => one.action === breach.action)?.counts).toBe(false);
  });

  it('refuse another service, an unknown action and a future day, each at its field', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const psychologist = await centre.as('psico');
    const record = (attention: Partial<Attention>) =>
      psychologist.recordAttention({ caseId, attention: { ...session, ...attention } });
    expect(await refusal(() => lawyer.recordAttention({ caseId, attention: session }))).toBe(
      'rule-broken/action-of-other-service',
    );
    expect(await refusal(() => record({ action: 'no-such-action' }))).toBe('rule-broken/action-unknown');
    await expect(record({ on: '2026-06-11' })).rejects.toMatchObject({
      failure: { reason: 'future-act', issues: [{ path: 'attention.on' }] },
    });
    expect((await psychologist.listAttentions({ caseId })).attentions).toEqual([]);
    // What was done today is no future.
    expect(await refusal(() => record({ on: '2026-06-10' }))).toBe('none');
  });

  it('are corrected with a reason and keep what stood before; one recorded by mistake counts no more', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const { attentionId } = await psychologist.recordAttention({ caseId, attention: session });
    const change = { caseId, attentionId, reason: 'otherDate' as const, words: null };
    const moved = { ...session, on: '2026-06-08' };
    await psychologist.correctAttention({ ...change, version: 1, attention: moved, isWithdrawn: false });
    expect(
      await refusal(() =>
        psychologist.correctAttention({ ...change, version: 1, attention: session, isWithdrawn: true }),
      ),
    ).toBe('conflict/');
    expect(
      await refusal(() =>
        psychologist.correctAttention({ ...change, version: 2, attention: moved, isWithdrawn: true, reason: 'other' }),
      ),
    ).toBe('invalid/');
    await psychologist.correctAttention({
      ...change,
      version: 2,
      attention: moved,
      isWithdrawn: true,
      reason: 'notGiven',
    });
    const { attentions } = await psychologist.listAttentions({ caseId });
    expect(attentions).toMatchObject([
      {
        on: '2026-06-08',
        counts: false,
        isWithdrawn: true,
        changes: [
          { reason: 'notGiven', wasWithdrawn: false, before: { on: '2026-06-08' } },
          { reason: 'otherDate', before: { on: '2026-06-09' } },
        ],
      },
    ]);
  });

  it('keep the words an action had that day, after the centre changed it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const coordinator = await centre.as('coordina');
    const value = {
      number: 99,
      service: 'psychology',
      label: 'Taller inventado',
      countsAsAttention: true,
      isUsed: true,
    };
    const row = { tableId: actionTable.id, rowId: null as string | null, seenVersions: 0 };
    const change = (on: string, more: object = {}) => ({
      ...{ value: { ...value, ...more }, validFrom: on, validTo: null, source: 'Acta inventada del equipo' },
      ...{ confirmation: 'toConfirm' as const, note: null, replaces: null },
    });
    const { rowId } = await coordinator.changeRule({ ...row, change: change('2026-06-01') });
    await psychologist.recordAttention({ caseId, attention: { ...session, action: rowId } });
    const changed = change('2026-06-10', { label: 'Taller con otro nombre', isUsed: false });
    await coordinator.changeRule({ ...row, rowId, seenVersions: 1, change: changed });
    const { attentions, actions } = await psychologist.listAttentions({ caseId });
    expect(attentions[0]?.actionWords).toBe('99 Taller inventado');
    expect(actions.some((one) => one.code === rowId)).toBe(false);
    const again = { caseId, attention: { ...session, action: rowId, on: '2026-06-10' } };
    expect(await refusal(() => psychologist.recordAttention(again))).toBe('rule-broken/action-unknown');
    const add = () => psychologist.changeRule({ ...row, change: change('2026-06-01') });
    expect(await refusal(add)).toBe('forbidden/');
  });

  it('are of no use to the desk', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.listAttentions({ caseId }))).toBe('forbidden/');
  });
});
