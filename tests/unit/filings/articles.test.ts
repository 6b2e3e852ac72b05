/** The articles that writs cite: those that were wrong, and that no kind is without its own. */
import { describe, expect, it } from 'vitest';
import {
  articleCitation,
  articleTable,
  filingKinds,
  lawOn,
  offeredArticles,
  tickedByDefault,
} from '../../../src/shared/filings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const on = '2026-09-05' as CivilDate;
const law = lawOn(on);
const offered = (kind: (typeof filingKinds)[number]) =>
  offeredArticles(law, kind).map(({ citation, subject }) => `${citation}: ${subject}`);

describe('the articles of the program', () => {
  it.each([
    [18, 'Art. 138 del Código Procesal Civil: examen de los autos'],
    [18, 'Art. 139 del Código Procesal Civil: copias simples y certificadas'],
    [8, 'Arts. 372 y 377 del Código Procesal Civil: apelación sin efecto suspensivo y su trámite'],
    [6, 'Art. 368, última parte, del Código Penal: desobediencia de una medida de protección'],
    [10, 'Art. 290 de la Ley Orgánica del Poder Judicial: presentar, firmar e impugnar sin poder especial'],
    [3, 'Art. 22-A de la Ley 30364 (art. 33 del TUO): criterios para dictar las medidas de protección'],
    [
      3,
      'Art. 16 de la Ley 30364, modificado por la Ley 31715 (art. 19 del TUO): proceso especial y plazo para resolver sobre las medidas',
    ],
    [
      12,
      'Art. 2, inciso 24, literal h, de la Constitución Política del Perú: examen médico a pedido de cualquier persona',
    ],
  ] as const)('of kind %i: %s', (kind, cited) => {
    expect(offered(kind)).toContain(cited);
  });

  it('no longer cite article 369 for an appeal without suspensive effect', () => {
    expect(articleTable.shipped.map(({ value }) => value.citation).filter((one) => one.includes('369'))).toEqual([]);
  });

  it('serve every kind, in words that fit the row of a centre, and none is ticked before a lawyer confirmed it', () => {
    for (const kind of filingKinds) {
      expect([kind, offered(kind).length]).not.toEqual([kind, 0]);
      expect(tickedByDefault(law, kind)).toEqual([]);
    }
    for (const { value, confirmation } of articleTable.shipped) {
      expect(articleTable.value.safeParse(value).success).toBe(true);
      expect([articleCitation(value), confirmation]).toEqual([articleCitation(value), 'toConfirm']);
    }
  });
});
