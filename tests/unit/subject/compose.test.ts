/** The paper of the copy: its cover counts, and nothing that may never stand gets past the last look. */
import { describe, expect, it } from 'vitest';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import {
  composeCopy,
  passagesOf,
  withheldPartCodes,
  type CopyFacts,
  type CopyFrame,
} from '../../../src/shared/subject/index.ts';

const day = civilDateSchema.parse('2026-06-10');
const frame: CopyFrame = {
  ...{ letterhead: [], centre: 'Centro Inventado', isPractice: true, isDraft: false, today: day },
  request: { askedOn: day, by: 'La persona usuaria', identity: 'Con su documento a la vista' },
  signer: { name: 'Luz Inventada', profession: null },
  reasons: Object.fromEntries(
    withheldPartCodes.map((part) => [part, { words: `Motivo ${part}.`, norm: 'Norma', isToConfirm: true }]),
  ) as CopyFrame['reasons'],
};
const facts = (change: Partial<CopyFacts> = {}): CopyFacts => ({
  ...{ name: 'Rosa Inventada Quispe', identity: [], contact: [], fichas: [], opened: null, withheld: {} },
  secrets: {
    others: [{ who: 'testigo', names: ['Zoila Paredes'], isMinor: false, isAccused: false, texts: ['66778899'] }],
    ...{ closed: ['Casa Aurora'], ownNames: ['Rosa Inventada Quispe'], ownTexts: [] },
  },
  ...change,
});
const ficha = (text: string): CopyFacts['fichas'] => [
  {
    ...{ number: '2026-0001', admittedOn: day },
    parts: { attentions: [{ label: '10/06/2026', text: 'Orientación.', typed: { text, source: 'staff' } }] },
  },
];
const wordsOf = (of: CopyFacts, stands: boolean) => JSON.stringify(composeCopy(of, frame, () => stands).blocks);

describe('the copy as a paper', () => {
  it('looks once more for what never stands, also in words that nobody typed as a sentence', () => {
    const identity = [{ label: 'También', text: 'la de la casa aurora, DNI 66 778 899' }];
    const words = wordsOf(facts({ identity }), true);
    expect(words).toContain('[dato en reserva]');
    expect(words).not.toMatch(/casa aurora|66 778 899/);
  });

  it('prints a sentence that was let stand, and never a closed one', () => {
    const text = 'Vino con Zoila. Está en la Casa Aurora.';
    expect(wordsOf(facts({ fichas: ficha(text) }), true)).toContain('Vino con Zoila. [frase en reserva]');
    expect(wordsOf(facts({ fichas: ficha(text) }), false)).not.toMatch(/Zoila|Aurora/);
    expect(passagesOf(facts({ fichas: ficha(text) })).map(({ piece }) => piece.isClosed)).toEqual([false, true]);
  });

  it('counts on its cover what it withholds, each with its norm and whether it is confirmed', () => {
    const words = wordsOf(facts({ fichas: ficha('Vino con Zoila. Se fue sola.'), withheld: { children: 2 } }), false);
    expect(words).toContain('["Frases que nombran a otra persona","1","Motivo passages. Norma (por confirmar)."]');
    expect(words).toContain('["Datos de niñas, niños y adolescentes","2"');
    expect(words).not.toContain('Preparación de su defensa');
  });

  it('prints a mark where the letters of the paper lack a sign, also in her name', () => {
    const words = wordsOf(facts({ name: 'Rosa 👩‍👧 Quispe', fichas: ficha('Está mejor 🙂 hoy 👩 y 👩‍👧.') }), false);
    expect(words).toContain('Está mejor [signo] hoy [signo] y [signo].');
    expect(words).toContain('Rosa [signo] Quispe');
  });
});
