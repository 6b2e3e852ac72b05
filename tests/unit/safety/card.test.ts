/** The card that she carries: what it may not say, whoever wrote it. */
import { describe, expect, it } from 'vitest';
import {
  blankLines,
  cardRows,
  safetyCard,
  tellingFields,
  type SafetyPlanForm,
} from '../../../src/shared/safety/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';

const secrets = {
  centreName: 'Centro Emergencia Mujer Villa Inventada',
  names: ['Irma', 'De la Cruz', 'Wilber', 'Ccorahua'],
  texts: ['Jr. Los Sauces 145', '987 654 321', 'Casa Inventada', '(066) 312-345'],
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
    const paper = safetyCard(made);
    expect(paper).toMatchObject({ number: null, letterhead: [], marks: [] });
    expect(JSON.stringify(paper)).not.toContain('Donde Elena');
  });
});
