/** The periodic report on a measure comes again, turn after turn, until the measure ends. */
import { afterEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anEvent, measure } from './a-proceeding.ts';

afterEach(closeCentres);

const both = [measure('no-contact'), measure('no-approach')];

async function inForce() {
  const centre = await startCentre({ clock: fixedClock('2027-12-10T15:00:00.000Z') });
  const { caseId } = await centre.aCase({ b: { answers: { valuationLevel: 3 } } });
  const lawyer = await centre.as('legal');
  const record = async (...event: Parameters<typeof anEvent>) => {
    centre.clock.advance(1000);
    return lawyer.recordEvent({ caseId, event: anEvent(...event) });
  };
  const granted = both.map(({ kind }) => measure(kind, 'granted'));
  await record('measuresDecided', '2026-11-20', { measures: granted });
  const { eventId } = await record('policeNotified', '2026-11-30', { measures: both });
  const turns = async () => {
    const { deadlines } = await lawyer.getProceedings({ caseId });
    return deadlines
      .filter(({ ruleId }) => ruleId === 'D12b')
      .map(({ period, warnsAt, state }) => `${period} ${warnsAt?.on ?? ''} ${state}`)
      .toSorted();
  };
  const settle = async (on: string, state: 'done' | 'notApplicable' = 'done') => {
    centre.clock.advance(1000);
    const { deadlines } = await lawyer.getProceedings({ caseId });
    const open = deadlines.find((term) => term.ruleId === 'D12b' && term.state === 'open');
    if (open === undefined) throw new Error('no open turn');
    const form = { state, on, documentId: null, proof: 'Informe inventado' };
    await lawyer.settleDeadline({ caseId, deadlineId: open.id, version: open.version, settle: form });
  };
  return { centre, caseId, lawyer, record, eventId, turns, settle };
}

describe('the periodic report', () => {
  it('begins its next turn at the end of the one that was met, however late', async () => {
    const { turns, settle } = await inForce();
    expect(await turns()).toEqual(['1 2027-03-01 open']);
    await settle('2027-04-15');
    expect(await turns()).toEqual(['1 2027-03-01 done', '2 2027-05-28 open']);
    await settle('2027-05-28');
    // Saturday 28 August; Monday 30 is a holiday.
    expect((await turns()).at(-1)).toBe('3 2027-08-31 open');
  });

  it('counts from the report when that came before the end: the earlier date', async () => {
    const { turns, settle } = await inForce();
    await settle('2027-01-15');
    expect((await turns()).at(-1)).toBe('2 2027-04-15 open');
  });

  it('stops when a person says that it does not apply', async () => {
    const { turns, settle } = await inForce();
    await settle('2027-01-15');
    await settle('2027-02-01', 'notApplicable');
    expect(await turns()).toEqual(['1 2027-03-01 done', '2 2027-04-15 notApplicable']);
  });

  it('ends with the last measure it speaks of, and runs on when that was recorded by mistake', async () => {
    const { caseId, lawyer, centre, record, turns, settle } = await inForce();
    await settle('2027-02-28');
    await record('measuresLifted', '2027-03-10', { measures: [measure('no-contact')] });
    expect((await turns()).at(-1)).toBe('2 2027-05-28 open');
    const { eventId } = await record('measuresLifted', '2027-03-11', { measures: [measure('no-approach')] });
    expect((await turns()).at(-1)).toBe('2 2027-05-28 notApplicable');
    centre.clock.advance(1000);
    await lawyer.correctEvent({
      caseId,
      ...{ eventId, version: 1, isWithdrawn: true, reason: 'notHappened', words: null },
      event: anEvent('measuresLifted', '2027-03-11', { measures: [measure('no-approach')] }),
    });
    expect((await turns()).at(-1)).toBe('2 2027-05-28 open');
  });

  it('of measures granted again and notified again does not bring back the old turns', async () => {
    const { record, turns } = await inForce();
    await record('measuresLifted', '2027-03-10', { measures: both });
    await record('measuresDecided', '2027-04-01', { measures: both.map(({ kind }) => measure(kind, 'granted')) });
    await record('policeNotified', '2027-04-05', { measures: both });
    expect(await turns()).toEqual(['1 2027-03-01 notApplicable', '1 2027-07-05 open']);
  });
});
