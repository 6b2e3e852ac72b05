/** Writs as somebody reads them aloud: one point, agreement, who is meant, no marks of the form. */
import { describe, expect, it } from 'vitest';
import {
  composeFiling,
  filingKinds,
  inventedGiven,
  kinds,
  templateKinds,
  type FilingFacts,
  type FilingOptions,
  type TemplateKind,
} from '../../../src/shared/filings/index.ts';
import { withArticle } from '../../../src/shared/directory/index.ts';
import { initialsOf, textOf } from '../../../src/shared/papers/index.ts';
import { facts as sampleFacts, issue, issueOf, options as sampleOptions } from './sample.ts';

type Given = {
  readonly facts?: Partial<FilingFacts>;
  readonly options?: Partial<FilingOptions>;
  readonly persons?: Parameters<typeof composeFiling>[2]['persons'];
};

function composed(kind: TemplateKind, { facts, options, persons }: Given = {}) {
  const given = inventedGiven(kind);
  const issued = { ...issueOf(kind), ...(persons === undefined ? {} : { persons }) };
  return composeFiling({ ...given.facts, ...facts }, { ...given.options, ...options }, issued);
}

const words = (kind: TemplateKind, given?: Given) => textOf(composed(kind, given).paper);

/** Every answer and row as somebody types it, with or without the point. */
function typed(kind: TemplateKind, end: string): Partial<FilingOptions> {
  const { options } = inventedGiven(kind);
  const ended = (value: unknown) =>
    typeof value === 'string' && value.includes(' ') ? value.replace(/ \(texto inventado\)$/, ' escrita') + end : value;
  const answers = Object.fromEntries(Object.entries(options.answers).map(([name, value]) => [name, ended(value)]));
  const lists = Object.fromEntries(
    Object.entries(options.lists).map(([path, rows]) => [
      path,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, text]) => [name, ended(text) as string]))),
    ]),
  );
  return {
    answers: answers as FilingOptions['answers'],
    lists,
    evidence: [{ text: `Ficha de riesgo${end}`, purpose: `Acreditar el riesgo${end}` }],
    measures: options.measures.map((one) => ({ ...one, reason: `La esperó a la salida${end}` })),
    precautionary: options.precautionary.map((one) => ({ ...one, detail: `a favor de su hija${end}` })),
    otherRequests: [`Solicito copia${end}`],
  };
}

describe.each(templateKinds)('kind %i', (kind) => {
  it('has one point where a sentence ends, whoever typed it', () => {
    const withPoint = words(kind, { options: typed(kind, '.') });
    const without = words(kind, { options: typed(kind, '') });
    expect(withPoint.match(/.{20}\.\.(?!\.)/g) ?? []).toEqual([]);
    expect(withPoint).not.toMatch(/\p{Ll}{4}\.[,;]/u);
    // Abbreviations stay as they are; a line of the envelope or a date has no point.
    expect(without.replaceAll(/\s+/g, ' ')).toBe(withPoint.replaceAll(/\s+/g, ' '));
  });

  it('says nothing of the form, and no word twice', () => {
    const text = words(kind);
    expect(text).not.toMatch(/persona usuaria|presunta persona agresora|en agravio de la agraviad/);
    expect(text).not.toMatch(/(?<!\p{L})(de|del|en|a|la|el|por|con) \1(?!\p{L})/u);
    expect(text).not.toMatch(/ de Centro Emergencia|\) \(/);
  });
});

describe('several accused and several victims', () => {
  const accused = { document: null, age: 22, occupation: null, address: { kind: 'unknown' as const }, bond: 'hermano' };
  const others = {
    otherAccused: [
      { ...accused, names: 'Juan Ficticio Rojas' },
      { ...accused, names: 'Iván Ficticio Paz', bond: null },
    ],
    otherVictims: [
      {
        names: 'Nina Inventada Quispe',
        document: { kind: 'document' as const, name: 'DNI', number: '90000001' },
        age: 9,
      },
    ],
  };

  it('are joined as a sentence joins them', () => {
    const text = words(1, { facts: others });
    expect(text).toContain('PEDRO IMAGINARIO CONDORI, JUAN FICTICIO ROJAS e IVÁN FICTICIO PAZ por actos');
    expect(text).toContain('en agravio de ROSA INVENTADA QUISPE FICTICIA y N. I. Q., y pido');
  });

  it('are never «el denunciado», which would leave open who is meant', () => {
    const text = words(3, { facts: others });
    expect(text).not.toMatch(/\b(el|del|al) denunciado\b|la agraviada\b/);
    expect(text).toContain(
      'PEDRO IMAGINARIO CONDORI es ex conviviente; a la fecha no conviven. JUAN FICTICIO ROJAS es hermano.',
    );
    expect(text).not.toContain('IVÁN FICTICIO PAZ es');
    const measures = [{ code: 'removal-from-home' as const, reason: 'Volvió.', detail: null }];
    expect(words(3, { facts: others, options: { measures } })).toContain(
      'Retiro de las personas denunciadas del domicilio',
    );
  });

  it.each(filingKinds)('of kind %i: no number of a child stands in it', (kind) => {
    expect(words(kind, { facts: others })).not.toContain('90000001');
  });

  it('of whom one is a child are named in the envelope', () => {
    const child = { who: 'niña', names: ['Nina Inventada Quispe'], isMinor: true };
    const { shortened, paper } = composed(18, { facts: others, persons: [child] });
    expect(shortened.map(({ person }) => person)).toEqual([child]);
    expect(textOf(paper)).toContain('nombra con iniciales');
  });
});

describe('whom only the account tells of', () => {
  const aunt = { who: 'familiar', names: ['Inés Ficticia Torre'], isMinor: false };
  const told = { ...inventedGiven(3).facts.incident, account: 'La llevó Inés Ficticia.' };

  it.each(filingKinds)('is in the envelope of kind %i only where it quotes the account', (kind) => {
    const { shortened, paper } = composed(kind, { facts: { incident: told, children: [] }, persons: [aunt] });
    const isQuoted = textOf(paper).includes(initialsOf('Inés Ficticia'));
    expect(isQuoted).toBe(kinds[kind].facts.required.includes('hecho.relato'));
    expect(shortened.map(({ person }) => person)).toEqual(isQuoted ? [aunt] : []);
    expect(textOf(paper).includes('nombra con iniciales')).toBe(isQuoted);
  });
});

describe('a child who is the user', () => {
  const guardian = { names: 'Adulta Inventada', document: { kind: 'none' as const }, bond: 'madre' };
  const user = { ...inventedGiven(3).facts.user, names: 'Nina Inventada Dos', age: 9 };

  it('stands by initials in every writ, which asks to keep the envelope', () => {
    const text = words(12, { facts: { guardian, user, children: [] } });
    expect(text).toContain('en defensa de la persona menor de edad de iniciales N. I. D.');
    expect(text).toContain('nombra con iniciales');
  });

  it('who is protected as a victim stands by no initials, and nothing says so', () => {
    const { answers } = inventedGiven(15).options;
    const text = words(15, {
      facts: { guardian, user, children: [] },
      options: { answers: { ...answers, proteccion_de: 1 } },
    });
    expect(text).not.toContain('N. I. D.');
    expect(text).not.toContain('nombra con iniciales');
  });
});

describe('who is accused', () => {
  const nobody = { ...inventedGiven(1).facts.aggressor, names: null, description: null };

  it('is stated to be unknown where the record says so, and asked for where it says nothing', () => {
    const unknown = composed(1, { facts: { aggressor: { ...nobody, isUnknown: true } } });
    expect(textOf(unknown.paper)).toContain('Denuncio a persona por identificar por actos');
    expect(unknown.missing.map(({ fact }) => fact)).not.toContain('denunciado.identidad');
    const asked = composed(1, { facts: { aggressor: nobody } });
    expect(asked.missing.map(({ fact }) => fact)).toContain('denunciado.identidad');
  });

  it('cannot be demanded while nobody knows who it is', () => {
    const { missing } = composed(16, { facts: { aggressor: { ...nobody, isUnknown: true } } });
    expect(missing.map(({ fact }) => fact)).toContain('denunciado.identidad');
  });
});

describe('what goes on in the middle of a sentence', () => {
  it.each([
    [9, { actor_civil_etapa: 'Investigación preparatoria' }, 'en etapa de investigación preparatoria'],
    [16, { alimentos_trabajo: 'Mecánico' }, 'trabaja como mecánico.'],
    [17, { tenencia_clase: 3 }, 'Interpongo demanda de régimen de visitas contra'],
    [
      14,
      { apelacion_clase: 2, resolucion_numero: 'Auto 5' },
      'contra el auto de sobreseimiento contenido en el Auto 5',
    ],
    [14, { apelacion_clase: 1, resolucion_numero: '5' }, 'contra la sentencia contenida en la resolución 5'],
    [12, { examen_clase: 3 }, 'el siguiente examen: reconocimiento médico legal y evaluación psicológica.'],
    [5, { cambio_clase: 2, medida_vigente_organo: 'Juzgado de Familia' }, 'El Juzgado de Familia dictó'],
    [7, { apelacion_pretension: 'Que revoque.' }, 'lo siguiente: que revoque.'],
  ] as const)('kind %i', (kind, given, sentence) => {
    const { answers } = inventedGiven(kind).options;
    expect(words(kind, { options: { answers: { ...answers, ...given } } })).toContain(sentence);
  });

  it('is the college of who signs, and never the abbreviation', () => {
    const lawyer = { ...sampleFacts.lawyer, college: 'Colegio de Abogados de Lima' } as NonNullable<
      FilingFacts['lawyer']
    >;
    const text = textOf(composeFiling({ ...sampleFacts, lawyer }, sampleOptions, issue).paper);
    expect(text).toContain('con registro del Colegio de Abogados de Lima N.º');
    expect(text).toContain('Reg. Colegio de Abogados de Lima');
    expect(words(3)).toContain('con registro CAL N.º');
  });
});

describe('withArticle', () => {
  it.each([
    ['Comisaría de Familia', 'la Comisaría de Familia'],
    ['2.ª Fiscalía Penal', 'la 2.ª Fiscalía Penal'],
    ['Juzgado Mixto', 'el Juzgado Mixto'],
    ['La Comisaría de Zárate', 'la Comisaría de Zárate'],
  ])('«%s»', (office, words_) => {
    expect(withArticle(office)).toBe(words_);
  });
});
