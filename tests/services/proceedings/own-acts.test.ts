/** An act that the program does not know, with its term, is a row of the table. */
import { afterEach, describe, expect, it } from 'vitest';
import { shippedDeadlineRules } from '../../../src/shared/proceedings/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anEvent, at } from './a-proceeding.ts';

afterEach(closeCentres);

const notification = { form: 'paper' as const, entry: at('2026-06-10'), effectOn: null };
const row = { validFrom: '2026-01-01', validTo: null, source: 'Resolución inventada', note: null, replaces: null };

async function withOwnAct() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const like = shippedDeadlineRules.find(({ id }) => id === 'D60')?.value;
  const value = { ...like, trigger: 'other', act: 'Nulidad inventada', task: 'Absolver la nulidad', amount: 2 };
  const change = { ...row, confirmation: 'toConfirm' as const, value };
  const coordinator = await centre.as('coordina');
  const { rowId } = await coordinator.changeRule({ tableId: 'deadline-rule', rowId: null, seenVersions: 0, change });
  return { caseId, rowId, lawyer: await centre.as('legal') };
}

describe('an act that the centre named', () => {
  it('is offered, starts its own term and is called by its name', async () => {
    const { caseId, rowId, lawyer } = await withOwnAct();
    expect((await lawyer.getProceedings({ caseId })).ownActs).toEqual(['Nulidad inventada']);
    const named = anEvent('other', '2026-06-10', { act: 'Nulidad inventada', notification });
    expect((await lawyer.recordEvent({ caseId, event: named })).started).toMatchObject([
      { ruleId: rowId, on: '2026-06-12' },
    ]);
    const { events, deadlines } = await lawyer.getProceedings({ caseId });
    expect(events[0]?.event.act).toBe('Nulidad inventada');
    expect(deadlines).toMatchObject([{ ruleId: rowId, trigger: { kind: 'other', act: 'Nulidad inventada' } }]);
    const { started } = await lawyer.recordEvent({ caseId, event: anEvent('other', '2026-06-10', { notification }) });
    expect(started).toEqual([]);
  });

  it('is refused of an act that has a name of the program', async () => {
    const { caseId, lawyer } = await withOwnAct();
    const wrong = anEvent('judgment', '2026-06-10', { act: 'Nulidad inventada', notification });
    await expect(lawyer.recordEvent({ caseId, event: wrong })).rejects.toMatchObject({
      failure: {
        code: 'invalid',
        issues: [{ path: 'event.act', message: 'Solo «Otro acto» lleva un nombre propio.' }],
      },
    });
  });
});
