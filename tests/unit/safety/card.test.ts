/** The card that she carries: what it may not say, whoever wrote it. */
import { describe, expect, it } from 'vitest';
import {
  blankLines,
  cardRows,
  knownWords,
  safetyCard,
  safetyPlanFormSchema,
  usualLook,
  tellingFields,
  type SafetyPlanForm,
} from '../../../src/shared/safety/index.ts';
import { monthOf, monthTexts, textOf } from '../../../src/shared/papers/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';

const secrets = {
  centreName: 'Centro Emergencia Mujer Villa Inventada',
  phrases: ['Villa Inventada', 'Ministerio de la Mujer y Poblaciones Vulnerables'],
  names: ['Irma De la Cruz', 'María Eugenia', 'Wilber Ccorahua', 'Chispa', 'Sumaq'],
  staff: ['Luz Inventada Legal'],
  texts: [
    ...['Jr. Los Sauces 145', 'Asoc. Los Pinos, Mz B Lt 4', 'Av. Libertad 210, Villa Inventada', '28 de Julio 320'],
    ...['987 654 321', 'Casa Inventada', '(066) 312-345', '00112233', '2026-0001'],
  ],
};

function plan(change: Partial<SafetyPlanForm>): SafetyPlanForm {
  const rereadOn = civilDateSchema.parse('2026-06-25');
  return { lines: blankLines(), phones: [], carriesCard: true, rereadOn, present: 'alone', ...change };
}

const withCard = (card: string) => plan({ lines: { ...blankLines(), bag: { words: 'Donde Elena', card } } });

describe('what the card of a safety plan says', () => {
  for (const text of [
    'Encargo donde Irma',
    'Llamar si viene WILBER',
    'ccorahua, jueves',
    'Jr. los sauces 145, puerta verde',
    'Casa inventada, 8 a. m.',
    'Cita en el CEM',
    'Por la denuncia',
    'Centro Emergencia Mujer Villa Inventada',
    'Llamar al 987654321',
    'Llamar al 066-312345',
    ...['María', 'Mariaeugenia', 'maria  eugenia', 'wil ber', 'W.i.l.b.e.r', 'Wilver', 'Corahua', 'Chispa', 'sumaq'],
    ...['00112233', 'Código 0011-2233, guardar', '2026-0001', 'n.º 2026 0001', '98765432', 'tel. 987-654-321 de día'],
    ...['+51 987654321', '987 a 654 b 321'],
    ...['Jr Los Sauces 145', 'Los Sauces 145', 'Jirón Los Sauces', 'sauces145', 'Los Pinos Mz B', 'Pinos lote 4'],
    ...['Libertad 210', '28 de julio 320'],
    ...[
      'C.E.M.',
      'Villa Inventada',
      'MIMP',
      'Línea 100',
      'linea 100',
      'feminicidio',
      'me pega',
      'comisaría',
      'fiscalía',
    ],
    ...['medidas de protección', 'abogada', 'psicóloga', 'PSICOLOGA', 'plan de seguridad', 'Luz Inventada'],
  ]) {
    it(`refuses «${text}»`, () => {
      expect(tellingFields(withCard(text), secrets).map(({ path }) => path)).toEqual(['lines.bag.card']);
    });
  }

  for (const text of [
    'Costurera: atiende por el patio',
    'Gas: Elena, Rita',
    'Recoger la tela, paradero 2',
    'Crucero',
    ...['Luz: pagar el recibo', 'Sauces y pinos', 'Corte de tela', 'Pegar el cartel', 'Línea 2, paradero 10'],
    ...[
      'La tienda de la esquina',
      'Julio, cumpleaños',
      'Calle: comprar pan',
      'Hospital, cita del jueves',
      'Hace más frío',
    ],
    ...['Pelota para el colegio', 'Libertad y Rita', '986 111 222', '987 654 322'],
  ]) {
    it(`takes «${text}»`, () => {
      expect(tellingFields(withCard(text), secrets)).toEqual([]);
    });
  }

  it('looks at the names and numbers of whom she calls', () => {
    const phones = [
      { name: 'Rita', number: '986 111 222' },
      { name: 'Wilber', number: '+51 987 654 321' },
    ];
    expect(tellingFields(plan({ phones }), secrets).map(({ path }) => path)).toEqual([
      'phones.1.name',
      'phones.1.number',
    ]);
  });

  it('says at which line', () => {
    const phones = [{ name: 'Wilber', number: '987654321' }];
    const made = { ...withCard('Irma'), phones };
    expect(tellingFields(made, secrets).map(({ message }) => message.split(' dice')[0])).toEqual([
      '«Bolsa lista», en la tarjeta:',
      'El nombre 1 de «A quién llama»',
      'El número 1 de «A quién llama»',
    ]);
  });

  it('takes a number as people write it', () => {
    for (const number of ['986-111-222', '986.111.222', '(066) 312 346', '+51 986 111 222', '(+51) 986111222', '105']) {
      expect(safetyPlanFormSchema.safeParse({ ...withCard('Pan'), phones: [{ name: 'Rita', number }] }).success).toBe(
        true,
      );
    }
    for (const number of ['casa', '5', '986,111', '', '9----']) {
      expect(safetyPlanFormSchema.safeParse({ ...withCard('Pan'), phones: [{ name: 'Rita', number }] }).success).toBe(
        false,
      );
    }
  });

  it('asks nothing where she carries none', () => {
    expect(tellingFields({ ...withCard('Wilber'), carriesCard: false }, secrets)).toEqual([]);
  });

  it('holds what she chose and numbers that everybody has, in this order, and nothing else', () => {
    const phones = [{ name: 'Rita', number: '986 111 222' }];
    const made = { ...withCard('Encargo donde Elena'), phones };
    expect(cardRows(made)).toEqual({
      things: ['Encargo donde Elena'],
      numbers: [
        ...phones,
        { name: 'Policía', number: '105' },
        { name: 'Ambulancia', number: '106' },
        { name: 'Bomberos', number: '116' },
      ],
    });
    const paper = safetyCard(made, usualLook, monthOf(civilDateSchema.parse('2026-06-10'), false));
    expect(paper).toMatchObject({ number: null, letterhead: [], marks: [] });
    expect(JSON.stringify(paper)).not.toContain('Donde Elena');
  });
});

describe('what the card looks like', () => {
  const made = { ...withCard('Encargo donde Elena'), phones: [{ name: 'Rita', number: '986 111 222' }] };
  const month = monthOf(civilDateSchema.parse('2026-06-12'), true);
  const cards = (change: Partial<typeof usualLook>) => {
    const paper = safetyCard(made, { ...usualLook, ...change }, month);
    return { paper, faces: paper.blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : [])) };
  };

  it('has a face and a back, whatever it seems', () => {
    const titles = (seems: typeof usualLook.seems) => cards({ seems }).faces.map(({ title }) => title);
    expect(titles('errands')).toEqual(['Pendientes', 'Junio']);
    expect(titles('recipe')).toEqual(['Receta', 'Junio']);
    expect(titles('calendar')).toEqual(['Junio', 'Teléfonos']);
  });

  it('names line 100 only where she wants it, and by another word', () => {
    const said = (hotline: typeof usualLook.hotline) => textOf(cards({ hotline }).paper);
    expect(said('none')).not.toMatch(/\b100\b/);
    expect(said('consult')).toMatch(/Consultas\n100\b/);
    expect(said('consult')).not.toMatch(/l[ií]nea/i);
  });

  it('is a small page, or a sheet to cut', () => {
    expect(cards({ size: 'a6' }).paper.format).toBe('a6');
    expect(cards({ size: 'a4' }).paper.format).toBe('form');
  });

  it('shows the days of the month and a ring without words', () => {
    expect(month).toMatchObject({ title: 'Junio', circled: 12 });
    expect(month.weeks).toHaveLength(5);
    expect(month.weeks[0]).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(monthTexts(month)).toHaveLength(37);
    const february = monthOf(civilDateSchema.parse('2026-02-10'), false);
    expect([february.title, february.circled]).toEqual(['Febrero', null]);
    expect(february.weeks[0]).toEqual([null, null, null, null, null, null, 1]);
    // Nothing of the visit but its day.
    expect(textOf(cards({}).paper)).not.toMatch(/cita|visita|atenci|2026/i);
  });

  it('tells which of its words she is called with, for he may know them', () => {
    const plan = { ...made, phones: [{ name: 'Botica', number: '986 111 640' }] };
    expect(knownWords(plan, 'Diga de la botica')).toEqual(['Botica']);
    expect(knownWords(plan, 'Diga de la casa')).toEqual([]);
    expect(knownWords(plan, null)).toEqual([]);
  });
});
