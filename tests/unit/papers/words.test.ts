import { describe, expect, it } from 'vitest';
import { sectionA } from '../../../src/shared/intake/index.ts';
import { labelWords } from '../../../src/shared/papers/label-words.ts';
import { closed, insideSentence, ordinal, yearsWords } from '../../../src/shared/papers/words.ts';

describe('ordinal', () => {
  it.each([
    [1, 'PRIMERO', 'PRIMER'],
    [3, 'TERCERO', 'TERCER'],
    [10, 'DÉCIMO', 'DÉCIMO'],
    [11, 'DÉCIMO PRIMERO', 'DÉCIMO PRIMER'],
    [20, 'VIGÉSIMO', 'VIGÉSIMO'],
    [47, 'CUADRAGÉSIMO SÉTIMO', 'CUADRAGÉSIMO SÉTIMO'],
    [99, 'NONAGÉSIMO NOVENO', 'NONAGÉSIMO NOVENO'],
    [100, '100.º', '100.º'],
  ])('%i', (position, noun, adjective) => {
    expect([ordinal(position, 'noun'), ordinal(position, 'adjective')]).toEqual([noun, adjective]);
  });
});

describe('closed', () => {
  it.each([
    ['Ninguno', 'Ninguno.'],
    ['Ninguno.', 'Ninguno.'],
    ['¿Quién lo vio?', '¿Quién lo vio?'],
    ['le dijo «vete»', 'le dijo «vete».'],
    ['le dijo «vete.»', 'le dijo «vete.»'],
    ['a favor de A. B. C.', 'a favor de A. B. C.'],
    ['golpes,', 'golpes.'],
  ])('«%s»', (typed, sentence) => {
    expect(closed(typed)).toBe(sentence);
  });
});

describe('insideSentence', () => {
  it.each([
    ['Que revoque la resolución', 'que revoque la resolución'],
    ['El 8 de junio', 'el 8 de junio'],
    ['Acreditar las lesiones', 'acreditar las lesiones'],
    ['La Victoria, cerca del mercado', 'La Victoria, cerca del mercado'],
    ['Los Olivos', 'Los Olivos'],
    ['Pedro la tomó del brazo', 'Pedro la tomó del brazo'],
    ['Pilar la vio', 'Pilar la vio'],
  ])('«%s»', (typed, inside) => {
    expect(insideSentence(typed)).toBe(inside);
  });
});

describe('labelWords', () => {
  it.each([
    ['Mecánico/a', 'mecánico', 'mecánica', 'mecánico o mecánica'],
    [
      'El o la Albañil, Obrero/a de Construcción',
      'albañil u obrero de construcción',
      'albañil u obrera de construcción',
      null,
    ],
    ['Vendedor/a Ambulante', 'vendedor ambulante', 'vendedora ambulante', null],
    ['Asistente/a Social', 'asistente social', 'asistente social', 'asistente social'],
    ['Padre/Madre', 'padre', 'madre', 'padre o madre'],
    ['Yerno/Nuera', 'yerno', 'nuera', 'yerno o nuera'],
    ['Policía PNP', 'policía PNP', 'policía PNP', 'policía PNP'],
    ['Joyero/a y/o Platero/a, Orfebre', 'joyero y platero u orfebre', 'joyera y platera u orfebre', null],
    ['Laboratorista (Técnico/a)', 'laboratorista', 'laboratorista', 'laboratorista'],
    [
      'Integrante de las Fuerzas Armadas',
      'integrante de las Fuerzas Armadas',
      'integrante de las Fuerzas Armadas',
      null,
    ],
    ['Ex conviviente', 'ex conviviente', 'ex conviviente', 'ex conviviente'],
  ])('«%s»', (label, male, female, either) => {
    expect([labelWords(label, 'male'), labelWords(label, 'female')]).toEqual([male, female]);
    if (either !== null) expect(labelWords(label, null)).toBe(either);
  });

  it('leaves no mark of the form in any label of the accused', () => {
    const { aggressorOccupation, partnerBond, familyBond, otherBond } = sectionA.questions;
    const labels = [aggressorOccupation, partnerBond, familyBond, otherBond].flatMap(({ options }) =>
      options.map(({ label }) => label),
    );
    const words = labels.flatMap((label) => (['male', 'female', null] as const).map((sex) => labelWords(label, sex)));
    expect(words.filter((one) => /[/()]|\bel o la\b/i.test(one))).toEqual([]);
  });
});

describe('yearsWords', () => {
  it('counts a newborn too', () => {
    expect([0, 1, 8].map(yearsWords)).toEqual(['menos de 1 año', '1 año', '8 años']);
  });
});
