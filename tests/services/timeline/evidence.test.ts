/** Evidence and its chain in the history of a case: who had it in hand and when, each entry on the way to its page. */
import { afterEach, describe, expect, it } from 'vitest';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { receipt } from '../referrals/a-receipt.ts';

afterEach(closeCentres);

const note = { name: 'nota.txt', bytes: Buffer.from('Una nota inventada.') };

async function entriesFor(centre: TestCentre, login: Login, caseId: CaseId, kind: 'file' | 'custody') {
  return (await (await centre.as(login)).readTimeline({ caseId })).entries.filter((entry) => entry.kind === kind);
}

describe('evidence in the history of a case', () => {
  it('tells each link of the chain of a file, with who and when, and the way to that file', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const facts = { kind: 'photo', area: 'common', description: 'Foto de la puerta', receivedFrom: 'Rosa' } as const;
    const { attachment } = await addFile(lawyer, caseId, { ...note, facts });
    centre.clock.advance(60_000);
    await addFile(await centre.as('psico'), caseId, { ...note, facts });
    centre.clock.advance(60_000);
    const target = { caseId, attachmentId: attachment.id };
    const again = { password: passphrase };
    const { proposalId } = await lawyer.proposeAttachmentExport({ ...target, reason: 'court', words: null }, again);
    await (await centre.as('psico')).approveAttachmentExport({ proposalId }, again);
    centre.clock.advance(60_000);
    await lawyer.takeAttachmentOriginal(target);
    centre.clock.advance(60_000);
    const { version } = (await lawyer.listAttachments({ caseId })).attachments[0] ?? attachment;
    await lawyer.annulAttachment({ ...target, version, reason: 'unreadable', words: null });
    const entries = await entriesFor(centre, 'legal', caseId, 'file');
    expect(entries.map(({ act, by, time }) => [act, by, time])).toEqual([
      ['Archivo: se anuló', 'Luz Inventada Legal', '09:04'],
      ['Archivo: se entregó una copia del original', 'Luz Inventada Legal', '09:03'],
      ['Archivo: se pidió entregar el original', 'Luz Inventada Legal', '09:02'],
      ['Archivo: se recibió otra vez, idéntico', 'Paula Inventada Psicóloga', '09:01'],
      ['Archivo', 'Luz Inventada Legal · después anulado', '09:00'],
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({ page: 'file', of: attachment.id, rest: 'Fotografía: Foto de la puerta' });
  });

  it('tells nothing of a file of an area that is closed to the reader', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const facts = { kind: 'report', area: 'psychology', description: 'Informe', receivedFrom: null } as const;
    await addFile(await centre.as('psico'), caseId, { ...note, facts });
    expect(await entriesFor(centre, 'psico', caseId, 'file')).toHaveLength(1);
    expect(await entriesFor(centre, 'social', caseId, 'file')).toEqual([]);
    expect(await entriesFor(centre, 'admision', caseId, 'file')).toEqual([]);
  });

  it('tells what was received with an acta and to whom it was handed on, in place of the paper', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const social = await centre.as('social');
    await social.issueCustodyReceipt({ caseId, receipt });
    const [kept] = (await social.listCustody({ caseId })).receipts;
    if (kept === undefined) throw new Error('no receipt');
    const delivery = {
      ...{ authorityId: null, office: 'Comisaría Inventada', on: '2026-06-10', time: '08:50' },
      ...{ signedBy: 'SO2 Inventado', proof: 'Cargo 12' },
    };
    await social.deliverCustody({ caseId, receiptId: kept.id, delivery });
    const told = (login: Login) => entriesFor(centre, login, caseId, 'custody');
    expect(await told('legal')).toMatchObject([
      {
        ...{ act: 'Evidencia entregada', on: '2026-06-10', time: '08:50', page: 'custody' },
        rest: 'a Comisaría Inventada: Blusa celeste con manchas; Capturas de mensajes',
        facts: [
          { label: 'Quién firmó', words: 'SO2 Inventado' },
          { label: 'Con qué se comprueba', words: 'Cargo 12' },
        ],
      },
      { act: 'Evidencia recibida', time: '08:30', rest: 'Blusa celeste con manchas; Capturas de mensajes' },
    ]);
    const papers = async (login: Login) =>
      (await (await centre.as(login)).readTimeline({ caseId })).entries.filter(({ kind }) => kind === 'paper');
    expect(await papers('legal')).toEqual([]);
    expect(await told('admision')).toEqual([]);
  });
});
