/** Papers of the audit: what stands on them is asked back, and each refusal has its own reason. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { losingAnswers } from '../../support/losing-answers.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

/** A sheet, and the code that its paper carries. */
async function printed(client: Client<Contract>) {
  const { sheet, file } = await client.printWitnessSheet({ way: 'save' });
  if (file === null) throw new Error('handed back to be saved');
  const text = textOf(await bytesOf(client, file));
  const code = /verificada \d+ ([0-9A-HJKMNP-TV-Z]{10})\b/.exec(text)?.[1] ?? '';
  expect(code).not.toBe('');
  return { sheet, code, text };
}

describe('the weekly sheet', () => {
  it('carries its number, the entry and no name of a person; its code is taken back once', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const coordinator = await centre.as('coordina');
    const { sheet, code, text } = await printed(coordinator);
    expect(text).toContain(sheet.number);
    expect(text).toContain(`${sheet.seq} ${code} `);
    expect(text).not.toMatch(/Quispe|Condori|Rosa/);
    const sign = (typed: string) => refusal(() => coordinator.signWitnessSheet({ sheetId: sheet.id, code: typed }));
    expect(await sign('0000000000')).toBe('rule-broken/sheet-code-differs');
    expect((await coordinator.getWitnessState({})).sheets[0]?.signedAt).toBeNull();
    // As it is typed from paper: small letters, spaces, an O for a zero.
    expect(
      await sign(
        code
          .toLowerCase()
          .replaceAll('0', 'o')
          .replace(/(.{5})/, '$1 '),
      ),
    ).toBe('none');
    expect(await sign(code)).toBe('rule-broken/sheet-signed');
    expect((await coordinator.getWitnessState({})).sheets[0]?.signedBy).toBe('Carmen Inventada Coordina');
    expect(await refusal(() => coordinator.signWitnessSheet({ sheetId: crypto.randomUUID(), code }))).toBe(
      'not-found/',
    );
  });

  it('is late after a week and a day, and no more once one is signed', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    expect(await coordinator.getWitnessState({})).toMatchObject({ days: 9, isLate: true });
    const { sheet, code } = await printed(coordinator);
    // Printed is not signed.
    expect((await coordinator.getWitnessState({})).isLate).toBe(true);
    await coordinator.signWitnessSheet({ sheetId: sheet.id, code });
    expect(await coordinator.getWitnessState({})).toMatchObject({ days: 0, isLate: false });
  });

  it('says that the chain is another one where the record was changed after it was printed', async () => {
    const centre = await startCentre();
    const { sheet, code } = await printed(await centre.as('coordina'));
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.exec('drop trigger if exists audit_entry_no_update');
      db.prepare('update audit_entry set hash = randomblob(32) where seq = ?').run(sheet.seq);
    });
    const later = await (await centre.restart()).as('coordina');
    expect(await refusal(() => later.signWitnessSheet({ sheetId: sheet.id, code }))).toBe('damaged/witness-differs');
    expect(await later.compareWitness({ seq: sheet.seq, code })).toMatchObject({ verdict: 'different' });
  });

  it('takes the next number when two are printed at once, and one sheet where its answer was lost', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const both = await Promise.all([0, 1].map(() => refusal(() => coordinator.printWitnessSheet({ way: 'save' }))));
    for (const one of both) expect(['none', 'conflict/number-taken']).toContain(one);
    const numbers = (await coordinator.getWitnessState({})).sheets.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(both.filter((one) => one === 'none').length);

    const { sheet, code } = await printed(coordinator);
    const losing = losingAnswers(centre, 'signWitnessSheet', 1);
    const unlucky = await losing.centre.as('coordina');
    expect(await refusal(() => unlucky.signWitnessSheet({ sheetId: sheet.id, code }))).toBe('storage/no-answer');
    expect((await coordinator.getWitnessState({})).sheets.filter(({ signedAt }) => signedAt !== null)).toHaveLength(1);
  });
});

describe('the start key of a segment', () => {
  it('is gone with those who could print it, and a new segment begins', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    // The first one is on the recovery sheet and was never in the memory of this process.
    expect(await refusal(() => coordinator.printSegmentSheet({ way: 'save' }))).toBe('rule-broken/segment-key-gone');
    expect(await refusal(() => coordinator.takeSegmentKey({}))).toBe('rule-broken/segment-key-gone');
    expect(await refusal(() => coordinator.startSegment({}))).toBe('wrong-secret/password-again');
    expect(await coordinator.startSegment({}, { password: passphrase })).toMatchObject({
      ...{ segment: 2, paper: 'waiting', isHeld: true },
    });
    await centre.application.close();
    const later = await (await centre.restart()).as('coordina');
    expect((await later.getWitnessState({})).segment).toMatchObject({ segment: 2, paper: 'lost', isHeld: false });
    expect(await refusal(() => later.printSegmentSheet({ way: 'save' }))).toBe('rule-broken/segment-key-gone');
    expect((await later.startSegment({}, { password: passphrase })).segment).toBe(3);
    const { file } = await later.printSegmentSheet({ way: 'save' });
    if (file === null) throw new Error('handed back to be saved');
    // Registered first as what left.
    await later.saveFile({ id: file.id });
    expect(textOf(await bytesOf(later, file))).toContain((await later.takeSegmentKey({})).key);
    expect((await later.getWitnessState({})).segment.paper).toBe('onPaper');
  });

  it('is refused where it is none, and nobody types one who could not carry the next away', async () => {
    const centre = await startCentre();
    const [auditor, support] = [await centre.as('visita'), await centre.as('soporte')];
    const asked = (key: string, folder: string | null = null) => {
      return { startKeys: key === '' ? [] : [{ segment: null, key }], folder, choosesFolder: false };
    };
    expect(await refusal(() => auditor.proveRecord(asked('AB'.repeat(31))))).toBe('invalid/start-key');
    expect(await refusal(() => auditor.proveRecord(asked(`${'AB'.repeat(31)}XY`)))).toBe('invalid/start-key');
    expect(await refusal(() => support.proveRecord(asked('AB'.repeat(32))))).toBe('forbidden/');
    for (const folder of ['copias', '/no/hay/nada'])
      expect(await refusal(() => auditor.proveRecord(asked('', folder)))).toBe('storage/witness-folder-missing');
  });
});
