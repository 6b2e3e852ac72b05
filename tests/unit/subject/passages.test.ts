/** Sentence by sentence: what tells of somebody else is found however it is written, and nothing of hers is. */
import { describe, expect, it } from 'vitest';
import { finder, piecesOf, printedText, type Other, type Secrets } from '../../../src/shared/subject/index.ts';

const other = (who: string, names: readonly string[], rest: Partial<Other> = {}): Other => ({
  ...{ who, names, isMinor: false, isAccused: false, texts: [] },
  ...rest,
});

const secrets: Secrets = {
  others: [
    other('la persona denunciada', ['Pedro Imaginario Condori', 'Puma'], {
      isAccused: true,
      texts: ['44556677', 'Los Cactus 77'],
    }),
    other('testigo', ['Zoila Testimonia Paredes']),
    other('una hija o un hijo', ['Qoyllur Ñawi'], { isMinor: true }),
    other('el personal del centro', ['Luz Inventada Legal'], { isByWhole: true }),
  ],
  closed: ['Casa Aurora', '988 777 666'],
  ownNames: ['Rosa Inventada Quispe'],
  ownTexts: ['00112233', '955000111', 'Los Lirios 12', 'rosa@correo.invalid'],
};
const none: Secrets = { others: [], closed: [], ownNames: [], ownTexts: [] };

const kinds = (text: string, source: 'hers' | 'staff' = 'staff', from = secrets) =>
  [...new Set(finder(from)(text, source).map(({ kind }) => kind))].sort();

describe('what is found in a sentence', () => {
  it.each([
    ['Vino con Zoila Testimonia Paredes.', ['name']],
    ['vino con zoila', ['name']],
    ['VINO CON PAREDES', ['name']],
    ['La niña Koillur lloró.', ['name']],
    ['Le dicen puma.', ['name']],
    ['Su DNI es 44 55 66 77.', ['datum', 'number']],
    ['Está en la casa aurora', ['datum']],
    ['Llamar al 988777666', ['datum', 'number']],
    ['Otro número: 912-345-678', ['number']],
    ['Escribir a otra@correo.invalid', ['mail']],
    ['Vive en Jr. Los Pinos 345', ['place']],
    ['Vive por los Cactus 77', ['datum']],
    ['Estudia en el colegio San Marquitos', ['school']],
    ['La recibió Luz Inventada', ['name']],
  ])('%s', (text, found) => {
    expect(kinds(text)).toEqual(found);
  });

  it.each([
    ...['Ella es Rosa Quispe, con DNI 00112233.', 'Vive en Jirón Los Lirios 12.', 'Su número es 955 000 111.'],
    ...[
      'El 2026-06-10 y el 10-06-2026 vino al centro.',
      'Se le habló de la luz y del agua.',
      'rosa@correo.invalid es su correo',
    ],
  ])('nothing in what is hers: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('the man may be named in her words, and his documents never', () => {
    expect(kinds('Pedro Condori me empujó.', 'hers')).toEqual([]);
    expect(kinds('Pedro Condori la empujó.', 'staff')).toEqual(['name']);
    expect(kinds('Pedro Condori vive en Los Cactus 77.', 'hers')).toEqual(['datum']);
  });

  it('nothing of it without the secrets: the control that must leak', () => {
    for (const text of ['Vino con Zoila.', 'Está en la Casa Aurora', 'Le dicen Puma'])
      expect(kinds(text, 'staff', none)).toEqual([]);
  });
});

describe('a text', () => {
  const find = (text: string) => finder(secrets)(text, 'staff');

  it('is cut where sentences and lines end, and a name over such an end closes both', () => {
    const pieces = piecesOf('Vino sola. Llamó a Zoila.\nSe fue bien', find);
    expect(pieces.map(({ text, findings }) => [text.trim(), findings.length > 0])).toEqual([
      ...[
        ['Vino sola.', false],
        ['Llamó a Zoila.', true],
        ['Se fue bien', false],
      ],
    ]);
    expect(piecesOf('La ayudó Luz\nInventada en todo.', find).map(({ findings }) => findings.length > 0)).toEqual([
      true,
      true,
    ]);
  });

  it('says once that something is withheld, and prints the rest as it was', () => {
    const pieces = piecesOf('Vino sola. Llamó a Zoila. La vio Paredes. Se fue bien.', find);
    expect(printedText(pieces, () => false)).toBe('Vino sola. [frase en reserva] Se fue bien.');
    expect(printedText(pieces, ({ text }) => text.includes('Paredes'))).toBe(
      'Vino sola. [frase en reserva] La vio Paredes. Se fue bien.',
    );
  });

  it('with a datum that never leaves is closed', () => {
    expect(piecesOf('Está en la Casa Aurora.', find)[0]?.isClosed).toBe(true);
    expect(piecesOf('Llamó a Zoila.', find)[0]?.isClosed).toBe(false);
  });
});
