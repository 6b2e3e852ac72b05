/** What is handed over to the centre: the acta with its number, and its delivery against signature. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { aUser } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { pngOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { receipt, type Receipt } from './a-receipt.ts';

afterEach(closeCentres);

type Delivery = InputGivenOf<Contract['deliverCustody']>['delivery'];

const delivery: Delivery = {
  on: '2026-06-10',
  time: '08:45',
  authorityId: null,
  office: 'Comisaría Inventada',
  signedBy: 'S2 PNP Inventado',
  proof: 'Cargo 12-2026',
};
const broken = (reason: string) => ({ failure: { code: 'rule-broken', reason } });

async function withCase() {
  const centre = await startCentre();
  const user = aUser({ contact: { ...aUser().contact, phone: '987654321', whose: 'ella', mayCall: 'yes' } });
  const { caseId } = await centre.aCase({ user });
  return { centre, caseId, social: await centre.as('social') };
}

describe('issueCustodyReceipt', () => {
  it('freezes the acta with its number, what was received and the hash of its photograph', async () => {
    const { caseId, social } = await withCase();
    const { attachment: photo } = await addFile(social, caseId, { bytes: await pngOf(), name: 'rosa.png' });
    const [clothes, digital] = receipt.items;
    const items = [{ ...clothes, files: [photo.id] }, digital] as Receipt['items'];
    const { document } = await social.issueCustodyReceipt({ caseId, receipt: { ...receipt, items } });
    expect(document).toMatchObject({ kind: 'custody-receipt', number: 'Acta de recepción · A-2026-000001' });
    const { file } = await social.viewDocument({ caseId, documentId: document.id });
    const text = textOf(await bytesOf(social, file));
    for (const words of ['Blusa celeste con manchas', 'Bolsa de papel', 'P-001', 'Armario con llave'])
      expect(text).toContain(words);
    expect(text.replaceAll(' ', '')).toContain(`SHA-256${photo.sha256}`);
    expect(text).not.toContain('rosa.png');
    const { receipts } = await social.listCustody({ caseId });
    expect(receipts).toMatchObject([{ number: document.number, delivery: null, items: [{ files: [photo.id] }, {}] }]);
    // What the acta names by its hash stays; nobody wrote that it was presented anywhere.
    const { custody } = await social.viewAttachment({ caseId, attachmentId: photo.id });
    expect(custody.map(({ kind }) => kind)).not.toContain('presented');
    const annulling = {
      caseId,
      attachmentId: photo.id,
      version: photo.version,
      reason: 'wrongFile',
      words: null,
    } as const;
    await expect(social.annulAttachment(annulling)).rejects.toMatchObject({ failure: { code: 'rule-broken' } });
  });

  it('keeps nothing of an acta that cannot go out', async () => {
    const { centre, caseId, social } = await withCase();
    const legal = await centre.as('legal');
    const sent = { bytes: await pngOf(), name: 'a.png', facts: { area: 'legal' as const } };
    const { attachment: closed } = await addFile(legal, caseId, sent);
    const issue = (more: Partial<Receipt>) => social.issueCustodyReceipt({ caseId, receipt: { ...receipt, ...more } });
    await expect(issue({ items: [] })).rejects.toMatchObject({ failure: { code: 'invalid' } });
    await expect(issue({ receivedTime: '23:59' })).rejects.toMatchObject(broken('custody-in-future'));
    await expect(issue({ note: 'Llamar al 987 654 321' })).rejects.toMatchObject(broken('reserved-place-in-text'));
    const [clothes] = receipt.items;
    const items = [{ ...clothes, files: [closed.id] }] as Receipt['items'];
    await expect(issue({ items })).rejects.toMatchObject(broken('custody-file'));
    expect((await social.listCustody({ caseId })).receipts).toEqual([]);
    expect((await social.listDocuments({ caseId })).documents).toEqual([]);
  });
});

describe('deliverCustody', () => {
  it('keeps to whom it went against which signature, once and not before it came', async () => {
    const { caseId, social } = await withCase();
    await social.issueCustodyReceipt({ caseId, receipt });
    const [kept] = (await social.listCustody({ caseId })).receipts;
    if (kept === undefined) throw new Error('no receipt');
    const target = { caseId, receiptId: kept.id };
    const early = { ...delivery, time: '08:00' };
    await expect(social.deliverCustody({ ...target, delivery: early })).rejects.toMatchObject(
      broken('custody-before-receipt'),
    );
    expect(await social.deliverCustody({ ...target, delivery })).toMatchObject({ delivery });
    expect((await social.listCustody({ caseId })).receipts[0]?.delivery).toEqual(delivery);
    await expect(social.deliverCustody({ ...target, delivery })).rejects.toMatchObject(broken('custody-delivered'));
  });

  it('is not for those who do not attend the case', async () => {
    const { centre, caseId } = await withCase();
    for (const login of ['admision', 'promocion', 'soporte', 'visita', 'coordina'] as const) {
      const client = await centre.as(login);
      await expect(client.issueCustodyReceipt({ caseId, receipt })).rejects.toMatchObject({ failure: {} });
    }
  });
});
