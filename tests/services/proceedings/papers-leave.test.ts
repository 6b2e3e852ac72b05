import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import { numberInFile } from '../../../src/shared/papers/index.ts';
import { textOf } from '../../support/paper-text.ts';
import { copyLines } from '../../support/papers.ts';
import { closeCentres, startCentre, testPrinters, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { aHearing, anEvent, measure } from './a-proceeding.ts';

afterEach(closeCentres);

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const all = { from: null, to: null, state: null, way: null } as const;

/** A case with a hearing and a term; the printer keeps what it got, and jams when told. */
async function withHearing() {
  const sent: Uint8Array[] = [];
  const state = { isJammed: false };
  const printer = {
    list: () => Promise.resolve(testPrinters),
    print: (bytes: Uint8Array) => {
      if (state.isJammed) return Promise.reject(new Error('no paper'));
      sent.push(bytes);
      return Promise.resolve();
    },
  };
  const centre: TestCentre = await startCentre({ ports: { printer } });
  const { caseId, number } = await centre.aCase();
  const lawyer = await centre.as('legal');
  await lawyer.recordEvent({
    caseId,
    event: anEvent('measuresRequested', '2026-06-09', { measures: [measure('no-contact')] }),
  });
  const hearing = aHearing('2026-06-10', '15:00');
  const { hearingId } = await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
  return { centre, caseId, number, lawyer, hearingId, sent, state };
}

describe('a paper of the clock', () => {
  it('leaves registered, under its number, with printer and hash, and is known when it comes back', async () => {
    const { centre, caseId, number, lawyer, hearingId, sent } = await withHearing();
    const way = { way: 'print', printer: null } as const;
    await lawyer.releaseDayPaper({ scope: 'mine', ...way });
    await lawyer.releaseHearingPaper({ caseId, hearingId, paper: 'sheet', ...way });
    await lawyer.releaseHearingPaper({ caseId, hearingId, paper: 'card', ...way });
    const { lines } = await lawyer.readPrintRegister(all);
    const hp = testPrinters[0].name;
    expect(
      copyLines(lines)
        .map((line) => [line.kind, line.document, line.number, line.state, line.printer])
        .reverse(),
    ).toEqual([
      ['day-sheet', 'H-2026-000001', 'CEM-2026-000001', 'sent', hp],
      ['hearing-sheet', 'H-2026-000002', 'CEM-2026-000002', 'sent', hp],
      ['neutral-card', 'H-2026-000003', 'CEM-2026-000003', 'sent', hp],
    ]);
    expect(lines.map((line) => line.caseNumber).reverse()).toEqual([null, number, number]);
    const [day = '', sheet = '', card = ''] = sent.map((bytes) => textOf(Buffer.from(bytes)));
    expect(day).toContain('H-2026-000001');
    expect(sheet).toContain('H-2026-000002');
    // The card says nothing to who finds it.
    expect(card).not.toMatch(/H-2026|Juzgado|Inventad|Audiencia/);
    for (const bytes of sent) {
      const found = await lawyer.verifyDocument({ number: null, contentHash: sha(bytes) });
      expect(found.verdict).toBe('genuine');
    }
    const title = await numberInFile(sent[1] ?? new Uint8Array(), () => Promise.reject(new Error('no ZIP')));
    const changed = await lawyer.verifyDocument({ number: title, contentHash: 'a'.repeat(64) });
    expect(changed).toMatchObject({
      verdict: 'changed',
      documents: [{ kind: 'hearing-sheet', number: 'H-2026-000002' }],
    });
    expect((await lawyer.verifyDocument({ number: 'H-2026-000002', contentHash: null })).documents).toHaveLength(1);
    const coordinator = await centre.as('coordina');
    expect((await coordinator.readPrintRegister(all)).lines).toHaveLength(3);
  });

  it('is saved as a file that stays listed until it is deleted, also the sheet of the day, which is of no ficha', async () => {
    const { lawyer } = await withHearing();
    const { file } = await lawyer.releaseDayPaper({ scope: 'mine', way: 'save', printer: null });
    expect(file?.name).toBe('hoja-del-día-2026-000001.pdf');
    const bytes = await fetchFile(lawyer, file ?? ({ id: '' } as never));
    expect((await lawyer.verifyDocument({ number: null, contentHash: sha(bytes) })).verdict).toBe('genuine');
    const { lines } = await lawyer.listSavedOutside({});
    expect(lines).toMatchObject([{ document: { kind: 'day-sheet', caseNumber: null }, savedTo: null }]);
    await lawyer.removeCopy({ copyId: lines[0]?.id ?? '' });
    expect((await lawyer.listSavedOutside({})).lines).toEqual([]);
  });

  it('that does not come out is said, keeps its number, and does not count as printed today', async () => {
    const { centre, lawyer, state } = await withHearing();
    const day = { scope: 'mine', way: 'print', printer: null } as const;
    const told = () => lawyer.getDayPaperState({});
    expect(await told()).toEqual({ leftAt: null, isClosingTime: false });
    state.isJammed = true;
    expect(await refusal(() => lawyer.releaseDayPaper(day))).toBe('storage/copy-not-delivered');
    expect((await told()).leftAt).toBe(null);
    const virtual = { ...day, printer: testPrinters[1].name };
    expect(await refusal(() => lawyer.releaseDayPaper(virtual))).toBe('rule-broken/printer-virtual');
    state.isJammed = false;
    expect((await lawyer.releaseDayPaper(day)).number).toBe('CEM-2026-000002');
    expect((await told()).leftAt).toBe('2026-06-10T14:00:00.000Z');
    const { lines } = await lawyer.readPrintRegister(all);
    expect(copyLines(lines).map((line) => [line.document, line.state])).toEqual([
      ['H-2026-000002', 'sent'],
      ['H-2026-000001', 'failed'],
    ]);
    // 15:30 in Lima; the next day nothing left yet.
    centre.clock.set('2026-06-10T20:30:00.000Z');
    const evening = await centre.restart();
    const same = { leftAt: '2026-06-10T14:00:00.000Z', isClosingTime: true };
    expect(await (await evening.as('legal')).getDayPaperState({})).toEqual(same);
    centre.clock.set('2026-06-11T20:30:00.000Z');
    const next = await (await evening.restart()).as('legal');
    expect(await next.getDayPaperState({})).toEqual({ leftAt: null, isClosingTime: true });
  });

  it('of the day is asked for from the hour that the table has, and a wrong hour is refused at its field', async () => {
    const { centre, lawyer } = await withHearing();
    const coordinator = await centre.as('coordina');
    const change = (askedFrom: string) => ({
      ...{ value: { askedFrom }, validFrom: '2026-06-10', validTo: null, replaces: null },
      ...{ source: 'Horario inventado', confirmation: 'official' as const, note: null },
    });
    const row = { tableId: 'day-sheet', rowId: 'day-sheet', seenVersions: 1 };
    const wrong = coordinator.changeRule({ ...row, change: change('9:00') });
    await expect(wrong).rejects.toMatchObject({ failure: { issues: [{ path: 'change.value.askedFrom' }] } });
    expect((await lawyer.getDayPaperState({})).isClosingTime).toBe(false);
    await coordinator.changeRule({ ...row, change: change('09:00') });
    expect((await lawyer.getDayPaperState({})).isClosingTime).toBe(true);
  });

  it('of the day is enough for who printed it, and for everybody when it is of the whole centre', async () => {
    const { centre } = await withHearing();
    const way = { way: 'print', printer: null } as const;
    const social = await centre.as('social');
    const coordinator = await centre.as('coordina');
    const told = async () => {
      const states = [];
      for (const login of ['social', 'legal', 'coordina'] as const)
        states.push((await (await centre.as(login)).getDayPaperState({})).leftAt !== null);
      return states;
    };
    // Asking for all does not make it so: she reads her own cases.
    await social.releaseDayPaper({ scope: 'all', ...way });
    expect(await told()).toEqual([true, false, false]);
    await coordinator.releaseDayPaper({ scope: 'mine', ...way });
    expect(await told()).toEqual([true, false, true]);
    await coordinator.releaseDayPaper({ scope: 'all', ...way });
    expect(await told()).toEqual([true, true, true]);
  });

  it('of a hearing is for who reads the proceedings; a card for who receives her; neither keeps a record where it is', async () => {
    const { centre, caseId, hearingId, lawyer } = await withHearing();
    const way = { way: 'print', printer: null } as const;
    const psychologist = await centre.as('psico');
    await psychologist.addAccountSupplement({ caseId, body: 'Texto inventado.' });
    const { records } = await psychologist.listMovable({ caseId });
    const record = records.map((one) => one.record).find(({ kind }) => kind === 'supplement')!;
    await psychologist.releaseHearingPaper({ caseId, hearingId, paper: 'card', ...way });
    const desk = await centre.as('promocion');
    const ask = () => desk.releaseHearingPaper({ caseId, hearingId, paper: 'sheet', ...way });
    expect(await refusal(ask)).toBe('forbidden/');
    await lawyer.releaseHearingPaper({ caseId, hearingId, paper: 'sheet', ...way });
    const { sections } = await lawyer.getCase({ caseId });
    expect(sections.find(({ id }) => id === 'documents')).toMatchObject({ state: 'notStarted' });
    const other = await centre.aCase();
    const moved = () =>
      psychologist.moveRecord({ caseId, toCaseId: other.caseId, record, reason: 'wrongEvent', words: null });
    expect(await refusal(moved)).toBe('none');
  });
});
