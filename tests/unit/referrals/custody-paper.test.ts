/** «Acta de recepción» read back from its pages and from Word. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper, writeWord } from '../../../src/main/platform/paper/index.ts';
import { composeCustodyReceipt, custodyReceiptSchema } from '../../../src/shared/referrals/index.ts';
import { expectArchivable, expectPaperEquals, expectWellLaid, expectWordEquals } from '../../support/papers.ts';
import { nobodyHidden } from '../../support/referral-facts.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const item = { kind: 'clothes', description: 'Prenda inventada', packing: 'Bolsa de papel', seal: 'P-001', files: [] };

const receipt = custodyReceiptSchema.parse({
  ...{ handedBy: 'Ñusta Inventada', handedAs: 'persona usuaria', receivedOn: '2026-06-10', receivedTime: '08:30' },
  ...{ keptAt: 'Armario con llave', note: 'Con una etiqueta.' },
  items: Array.from({ length: 12 }, () => item),
});
const facts = {
  ...{ caseNumber: '2026-0001', place: 'Lima', practice: false },
  centre: { name: 'Centro Inventado', letterhead: ['Centro Inventado'] },
  receivedBy: { names: 'Profesional Inventada', profession: 'Trabajo social' },
  files: receipt.items.map(() => [{ type: 'Imagen JPG', sha256: 'ab12'.repeat(16) }]),
};

describe('composeCustodyReceipt', () => {
  it('prints what was composed, over as many pages as it takes, and the same in Word', async () => {
    const { paper } = composeCustodyReceipt(receipt, facts, { number: '2026-000001', withheld: [], ...nobodyHidden });
    const { bytes, pages } = await printPaper(paper, { fontFolder });
    expect(pages).toBeGreaterThan(1);
    expectPaperEquals(bytes, paper);
    expectArchivable(bytes);
    expectWellLaid(bytes);
    expectWordEquals(await writeWord(paper), paper);
  });

  it('is stopped by what is under reserve', () => {
    const issue = { number: '2026-000001', withheld: ['Armario con llave'], ...nobodyHidden };
    expect(composeCustodyReceipt(receipt, facts, issue).withheldFound).toBe(true);
  });
});
