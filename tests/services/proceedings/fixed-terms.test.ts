/** Terms whose day the act itself fixes: on the board from the first moment, first without a date and then with it. */
import { afterEach, describe, expect, it } from 'vitest';
import { daySheet } from '../../../src/shared/proceedings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anEvent } from './a-proceeding.ts';

afterEach(closeCentres);

async function ordered(kind: 'supervisionOrdered' | 'preparatoryExtended', fixedOn: string | null = null) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { eventId } = await lawyer.recordEvent({ caseId, event: anEvent(kind, '2026-06-08', { fixedOn }) });
  const board = async () =>
    (await lawyer.listDeadlines({ scope: 'all' })).deadlines
      .filter((term) => term.deadlineId !== null)
      .map(({ ruleId, warnsAt, isOverdue }) => ({ ruleId, on: warnsAt?.on ?? null, isOverdue }));
  return { centre, caseId, lawyer, eventId, board };
}

describe('a term whose day the act fixes', () => {
  it.each([
    ['supervisionOrdered', 'D39'],
    ['preparatoryExtended', 'D64'],
  ] as const)('of %s is on the board without a date until somebody writes it down', async (kind, ruleId) => {
    const { centre, caseId, lawyer, eventId, board } = await ordered(kind);
    expect(await board()).toEqual([{ ruleId, on: null, isOverdue: false }]);
    centre.clock.advance(1000);
    await lawyer.correctEvent({
      caseId,
      ...{ eventId, version: 1, isWithdrawn: false, reason: 'addedDetail', words: null },
      event: anEvent(kind, '2026-06-08', { fixedOn: '2026-06-12' }),
    });
    expect(await board()).toEqual([{ ruleId, on: '2026-06-12', isOverdue: false }]);
    const { events, deadlines } = await lawyer.getProceedings({ caseId });
    expect(events[0]).toMatchObject({ event: { fixedOn: '2026-06-12' }, changes: [{ before: { fixedOn: null } }] });
    expect(deadlines[0]).toMatchObject({ warnsAt: { on: '2026-06-12', time: '23:59' }, earlier: [{ byEntry: null }] });
  });

  it('is told of before that day, and is late after it', async () => {
    const { centre, caseId, lawyer, board } = await ordered('supervisionOrdered', '2026-06-12');
    await lawyer.remindDeadlines({});
    const { alerts } = await lawyer.listCaseAlerts({ caseId });
    expect(alerts.map(({ kind }) => kind)).toContain('deadlineNear');
    expect(await board()).toEqual([{ ruleId: 'D39', on: '2026-06-12', isOverdue: false }]);
    centre.clock.set('2026-06-13T15:00:00.000Z');
    const later = await (await centre.restart()).as('legal');
    const { deadlines } = await later.listDeadlines({ scope: 'all' });
    expect(deadlines.find(({ ruleId }) => ruleId === 'D39')).toMatchObject({ isOverdue: true });
  });

  it('stands on the sheet of the day without its date', async () => {
    const { lawyer } = await ordered('supervisionOrdered');
    const board = await lawyer.listDeadlines({ scope: 'all' });
    const sheet = daySheet({ ...board, tomorrow: '2026-06-11' as CivilDate }, { letterhead: [], isPractice: false });
    expect(JSON.stringify(sheet)).toContain('Plazos sin fecha: anote el plazo que fijó el juzgado');
    expect(JSON.stringify(sheet)).toContain('(D39)');
  });

  it('is refused before the act, and of an act that fixes none', async () => {
    const { caseId, lawyer } = await ordered('supervisionOrdered');
    const early = anEvent('supervisionOrdered', '2026-06-08', { fixedOn: '2026-06-07' });
    await expect(lawyer.recordEvent({ caseId, event: early })).rejects.toMatchObject({ failure: { code: 'invalid' } });
    const other = anEvent('chamberHeard', '2026-06-08', { fixedOn: '2026-06-12' });
    await expect(lawyer.recordEvent({ caseId, event: other })).rejects.toMatchObject({ failure: { code: 'invalid' } });
  });
});
