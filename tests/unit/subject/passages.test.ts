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
    ['Vive en Jr. Los Pinos 345', ['maybe', 'place']],
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
    for (const text of ['vino con zoila.', 'está en la casa aurora', 'le dicen puma']) {
      expect(kinds(text, 'staff', none)).toEqual([]);
      expect(kinds(text, 'staff')).not.toEqual([]);
    }
  });
});

describe('somebody whom the record does not know', () => {
  it.each([
    ['Su amiga Ernestina Quinteros la aloja.', ['maybe']],
    ['Su amiga ernestina quinteros la aloja.', ['maybe']],
    ['El señor Toribio Mamani vive en Las Begonias 233.', ['maybe', 'place']],
    ['El sr. toribio la busca.', ['maybe']],
    ['La profesora Anacleta avisó.', ['maybe']],
    ['Vive por las begonias 233', ['place']],
    ['Ernestina la aloja.', ['maybe']],
    ['Vino con ernestina.', ['maybe']],
    ['Lucho la busca.', ['maybe']],
    ['La vio Q. R. T. en la tarde.', ['maybe']],
    ['Está en el albergue Esperanza.', ['maybe']],
    ['Su celular es nueve cinco cinco uno uno uno dos dos dos.', ['number']],
    ['Escribe a otra punto falsa arroba correo.', ['mail']],
    ['VINO CON ERNESTINA.', ['maybe']],
    ['Llamó a don Domingo.', ['maybe']],
    ['Le avisó su tío Julio.', ['maybe']],
    ['Su vecino Juan la ayuda.', ['maybe']],
  ])('is asked about: %s', (text, found) => {
    const given = new Set(['ERNESTINA', 'ANACLETA', 'ROSA', 'LUZ', 'JUAN', 'DOMINGO', 'JULIO']);
    const names = { given, surnames: new Set(['QUINTEROS']) };
    expect(kinds(text, 'staff', { ...secrets, names, calm: ['San Juan de Lurigancho'] })).toEqual(found);
  });

  it('is not who she, the centre, its offices, days and months are', () => {
    const names = {
      given: new Set(['ROSA', 'LUZ', 'JUAN', 'JULIO', 'DOMINGO', 'SEGUNDO']),
      surnames: new Set(['QUISPE']),
    };
    const calm = ['San Juan de Lurigancho', 'Lima'];
    for (const text of [
      'Rosa Quispe acudió al CEM San Juan de Lurigancho el lunes 8 de junio.',
      'La señora Rosa refiere que está más tranquila.',
      'La señora refiere que duerme mejor.',
      'Se orientó a la usuaria sobre la Ley 30364 y el Protocolo.',
      'Se coordinó con el Segundo Juzgado de Familia y la Comisaría de Mujeres de Lima.',
      'Acudirá a la Fiscalía Provincial Penal en Julio, día Domingo.',
      'Se explicó el Plan de Seguridad y se la derivó a la Defensa Pública.',
      'SE BRINDÓ ORIENTACIÓN.',
      'Asistió con su hija menor y su hermana.',
      'En los últimos 12 meses hubo tres denuncias; tiene 2 hijos y una vecina que la ayuda.',
      'Su amiga la acompañó a la Demuna y al Instituto de Medicina Legal.',
    ])
      expect([text, kinds(text, 'staff', { ...secrets, names, calm })]).toEqual([text, []]);
  });

  it('is asked in her account too, and he is not, by whatever of his name', () => {
    expect(kinds('Mi esposo Pedro Imaginario me pegó.', 'hers')).toEqual([]);
    expect(kinds('Mi comadre Ernestina lo vio.', 'hers')).toEqual(['maybe']);
  });
});

describe('somebody whom the record knows, hardly named', () => {
  const more = {
    ...secrets,
    others: [
      ...secrets.others,
      other('su red de apoyo', ['Domitila Vecindaria']),
      other('el personal del centro', ['Paula Inventada Psicóloga'], { isByWhole: true }),
    ],
    ownNames: ['Rosa Inventada Quispe'],
  };

  it.each([
    ...['vino la zoilita.', 'La Domi ayuda.', 'Pedrito la llamó.', 'P.I.C. la llamó.', 'Vino Z. T. P. con ella.'],
    ...[
      'Vino Z o i l a con ella.',
      'Z0ila vino.',
      'Fb: ZoilaParedes85.',
      'la psicóloga paula dijo eso',
      'la paulita dijo',
    ],
    ...['El pumita la busca.', 'zoila_paredes', 'Q. Ñ. llora.', 'Zoílla vino.', 'Soilita vino', 'IMAGI NARIO vino'],
  ])('%s', (text) => {
    expect(kinds(text, 'staff', more)).toContain('name');
  });

  it.each([
    ...[
      'Queda en cactus 77.',
      'Vive por Los Cactus.',
      'A la altura de la cuadra 77 de cactus.',
      'Está en el albergue aurora.',
    ],
  ])('nor where: %s', (text) => {
    expect(kinds(text, 'staff', more)).toContainEqual(expect.stringMatching(/place|datum/));
  });

  it('by a name that the end of a line cuts', () => {
    const pieces = piecesOf('Se conversó. Vino Zoi\nla con ella.\nSe fue bien.', (text) => finder(more)(text, 'staff'));
    expect(pieces.map(({ findings }) => findings.length > 0)).toEqual([false, true, true, false]);
  });

  it('and ordinary words that begin alike are nobody', () => {
    for (const text of [
      'Volvió a su domicilio.',
      'Se anotó su condición y el testimonio.',
      'Le impuso condiciones.',
      'El domingo la llamó.',
    ])
      expect([text, kinds(text, 'staff', more)]).toEqual([text, []]);
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
