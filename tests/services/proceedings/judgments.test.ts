/** A judgment says whom it favours and of which instance it is; both reach the register, its history and its reader. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { sheetOf } from '../register/a-sheet.ts';
import { anEvent } from './a-proceeding.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

async function aLawyer() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const columns = async () => {
    const { line } = await sheetOf(lawyer, caseId);
    return ['SENTENCIA_FAVORABLE', 'SENT_FAV_JUZG_ESPECIAL'].map((id) => line(id).value);
  };
  return { centre, caseId, lawyer, columns };
}

describe('a judgment', () => {
  it('fills the columns of the register once somebody says whom it favours, and keeps what it said before', async () => {
    const { centre, caseId, lawyer, columns } = await aLawyer();
    const { eventId } = await lawyer.recordEvent({ caseId, event: anEvent('judgment', '2026-06-08') });
    expect(await columns()).toEqual(['', '']);
    const correct = async (version: number, favours: 'yes' | 'no') => {
      centre.clock.advance(1000);
      const event = anEvent('judgment', '2026-06-08', { favours, instance: 'specialised' });
      await lawyer.correctEvent({
        ...{ caseId, eventId, version, event, isWithdrawn: false, reason: 'addedDetail', words: null },
      });
    };
    await correct(1, 'no');
    expect(await columns()).toEqual(['0', '0']);
    await correct(2, 'yes');
    expect(await columns()).toEqual(['1', '1']);
    const { events } = await lawyer.getProceedings({ caseId });
    expect(events[0]).toMatchObject({
      event: { favours: 'yes', instance: 'specialised' },
      changes: [{ before: { favours: 'no' } }, { before: { favours: null, instance: null } }],
    });
    const { entries } = await lawyer.readTimeline({ caseId });
    expect(entries.map(({ act }) => act)).toContain('Sentencia: favorable a ella');
  });

  it('is read where a correction of before kept neither', async () => {
    const { centre, caseId, lawyer } = await aLawyer();
    const event = anEvent('judgment', '2026-06-08');
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    centre.clock.advance(1000);
    const why = { isWithdrawn: false, reason: 'mistyped', words: null } as const;
    await lawyer.correctEvent({ caseId, eventId, version: 1, event, ...why });
    await centre.application.close();
    await insideFile(centre.folder, (file) =>
      changeSealed(file, { kind: 'proceeding_event', id: eventId }, () =>
        file.exec("UPDATE proceeding_event_change SET before = json_remove(before, '$.favours', '$.instance')"),
      ),
    );
    const later = await (await centre.restart()).as('legal');
    const { events } = await later.getProceedings({ caseId });
    expect(events[0]?.changes).toMatchObject([{ before: { kind: 'judgment', favours: null, instance: null } }]);
  });

  it.each([{ favours: 'yes' }, { instance: 'peace' }] as const)('is the only act that may say %o', async (said) => {
    const { caseId, lawyer } = await aLawyer();
    const event = anEvent('decreeNotified', '2026-06-08', said);
    expect(await refusal(() => lawyer.recordEvent({ caseId, event }))).toBe('invalid/');
  });
});
