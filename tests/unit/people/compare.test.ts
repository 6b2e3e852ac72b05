import { describe, expect, it } from 'vitest';
import { blendFrequencies, matchTyped, type PersonFacts } from '../../../src/shared/people/index.ts';
import { born, dni, factsOf, match, matcher, sentences, prepare, readQuery } from '../../support/linkage.ts';

const urpi = factsOf('Urpi Elena|Condori|Apaza', { ...born(1990, 4, 3), ...dni('00451236') });
const rest = (facts: PersonFacts) => ({ documents: facts.documents, birth: facts.birth });

describe('compare', () => {
  it('tells two of one name apart by what else agrees, where names alone hold both at one probability', () => {
    const asked = factsOf('Rosa Elena|Quispe|Flores');
    const whole = match(asked, factsOf('Rosa Elena|Quispe|Flores'));
    const half = match(asked, factsOf('Nelida Elena|Quispe|Flores'));
    expect(whole.bits).toBeGreaterThan(half.bits);
  });

  it.each([
    ['the same document', urpi, 'Mismo DNI.'],
    [
      'two digits turned',
      { ...urpi, ...dni('00452136') },
      'El número de documento tiene dos cifras cambiadas de lugar.',
    ],
    ['one wrong digit', { ...urpi, ...dni('00451238') }, 'El número de documento difiere en una cifra.'],
    [
      'surnames in the other order',
      factsOf('Urpi Elena|Apaza|Condori', rest(urpi)),
      'Los mismos apellidos en otro orden.',
    ],
    [
      'given name and surname exchanged',
      factsOf('Condori|Urpi Elena|Apaza', rest(urpi)),
      'Nombres y apellidos intercambiados.',
    ],
    [
      'another spelling',
      factsOf('Urpi Elena|Kunturi|Apasa', rest(urpi)),
      'Nombre escrito de otra manera: Condori / Kunturi.',
    ],
    ['a typing error', factsOf('Urpi Elena|Condoir|Apaza', rest(urpi)), 'Nombre casi igual: Condori / Condoir.'],
    ['one given name only', factsOf('Urpi|Condori|Apaza', rest(urpi)), 'Coincide uno de los nombres.'],
    ['day and month exchanged', { ...urpi, ...born(1990, 3, 4) }, 'Día y mes de nacimiento intercambiados.'],
    ['the year one off', { ...urpi, ...born(1991, 4, 3) }, 'La fecha de nacimiento difiere en una cifra.'],
    ['the year only', { ...urpi, ...born(1990) }, 'Mismo año de nacimiento.'],
    ['month and year only', { ...urpi, ...born(1990, 4) }, 'Mismo mes y año de nacimiento.'],
  ])('finds the person probable with %s and says so', (_what, stored, sentence) => {
    const found = match(urpi, stored);
    expect(found.level).toBe('probable');
    expect(sentences(found)).toContain(sentence);
  });

  it('joins a missing second surname and the same birth date in one sentence', () => {
    const found = match(urpi, factsOf('Urpi Elena|Condori', born(1990, 4, 3)));
    expect(sentences(found)).toContain('Falta el segundo apellido en el registro; misma fecha de nacimiento.');
    expect(found.level).toBe('probable');
  });

  it('reads «Mari Bel» and «Maribel» as one name', () => {
    const found = match(
      factsOf('Mari Bel|Ticona|Luna', born(1988, 2, 1)),
      factsOf('Maribel|Ticona|Luna', born(1988, 2, 1)),
    );
    expect(sentences(found)).toContain('Nombre unido o separado: Mari Bel / Maribel.');
    expect(found.level).toBe('probable');
  });

  it.each([
    ['two digits', '00458239'],
    ['all of it', '41778899'],
  ])('never is probable with a document that differs in %s, and stands after who has none', (_what, number) => {
    for (const one of [urpi, factsOf('Urpi Elena|Condori|Apaza', dni('00451236'))]) {
      const other = match(one, { ...one, ...dni(number) });
      expect(other.level).toBe('possible');
      expect(other.bits).toBeLessThan(match(one, { ...one, documents: [] }).bits);
      expect(other.reasons.find(({ text }) => text.includes('documento'))?.speaks).toBe('against');
    }
  });

  it('never is probable by names alone, however rare', () => {
    const rare = factsOf('Ayasta Qoyllur|Pfuturi|Xesspe');
    expect(match(rare, rare)).toMatchObject({ level: 'possible' });
    expect(match({ ...rare, districtCode: '150132' }, { ...rare, districtCode: '150132' }).level).toBe('possible');
    expect(match({ ...rare, aliases: ['Qoyo'] }, { ...rare, aliases: ['Qoyo'] }).level).toBe('possible');
  });

  it('weighs a rare surname more than a common one', () => {
    const probability = (surname: string) => match(factsOf(`|${surname}|`), factsOf(`|${surname}|`)).probability;
    expect(probability('Quispe') * 10).toBeLessThan(probability('Xesspe'));
  });

  it('weighs a surname by its share of a file too', () => {
    const own = { surnames: Array.from({ length: 900 }, () => 'SMIT'), given: [] };
    const blended = blendFrequencies(matcher.frequencies, own).surname('SMIT');
    expect(blended).toBeGreaterThan(0.4);
    expect(matcher.frequencies.surname('SMIT')).toBeLessThan(0.001);
  });

  it('does not take a sister with the same telephone, nor a twin, for the person', () => {
    const sister = match(
      factsOf('Rosa|Xesspe|Pfuturi', { ...born(1990, 4, 3), phones: ['987654321'] }),
      factsOf('Carmen|Xesspe|Pfuturi', { ...born(1993, 1, 20), phones: ['987654321'] }),
    );
    expect(sister.level).not.toBe('probable');
    const twin = match(
      factsOf('Rosa|Xesspe|Pfuturi', born(1990, 4, 3)),
      factsOf('Carmen|Xesspe|Pfuturi', born(1990, 4, 3)),
    );
    expect(twin.level).not.toBe('probable');
  });

  it('shows one number on two people, and calls it no more than possible', () => {
    const child = factsOf('Luz|Rojas|Condori', { ...born(2018, 5, 9), ...dni('00451236') });
    const found = match(urpi, child);
    expect(found.level).toBe('possible');
    expect(sentences(found)).toEqual(expect.arrayContaining(['Mismo DNI.', 'La fecha de nacimiento es otra.']));
  });

  it('leaves numbers out that tell nothing: not eight digits, all equal, 12345678', () => {
    for (const number of ['0045123', '00000000', '12345678', 'no sabe']) {
      const one = factsOf('Ana|Rojas|', dni(number));
      expect(sentences(match(one, { ...factsOf('Luz|Quispe|'), ...dni(number) }))).not.toContain('Mismo DNI.');
    }
  });

  it('compares a document with none of another kind', () => {
    const card: PersonFacts = { ...urpi, documents: [{ kind: 'passport', number: '00451236' }] };
    expect(sentences(match(urpi, card)).join(' ')).not.toContain('documento');
  });

  it('takes an age for a year of birth, one more or less', () => {
    const told = factsOf('Urpi Elena|Condori|Apaza', { bornBetween: [1990, 1991] });
    expect(sentences(match(told, urpi))).toContain('La edad corresponde.');
    expect(sentences(match({ ...told, bornBetween: [1970, 1971] }, urpi))).toContain('La edad no corresponde.');
  });

  it('says nothing of the stored record in the plain sentences', () => {
    const found = match(factsOf('Urpi|Kunturi|Apasa', born(1990)), urpi);
    expect(found.reasons.map((reason) => reason.plain).join(' ')).not.toMatch(/Condori|Apaza/);
  });

  it('separates Ñ from N and lets it be a slip', () => {
    const [pena, other] = [factsOf('Ana|Peña|', born(1990, 1, 1)), factsOf('Ana|Pena|', born(1990, 1, 1))];
    expect(match(pena, pena).probability).toBeGreaterThan(match(pena, other).probability);
    expect(sentences(match(pena, other))).toContain('Nombre casi igual: Peña / Pena.');
  });
});

describe('a typed line', () => {
  const typed = (text: string, stored = urpi) => matchTyped(readQuery(text), prepare(stored), matcher);
  const reasons = (text: string, stored = urpi) => typed(text, stored).reasons.map((reason) => reason.text);

  it.each([
    ['Urpi Condori Apaza', 'Los mismos dos apellidos.'],
    ['Apaza Condori Urpi', 'Los mismos apellidos en otro orden.'],
    ['urpi kunturi', 'Nombre escrito de otra manera: Kunturi / Condori.'],
    ['condori urp', 'Coincide uno de los nombres.'],
    ['00 451 236', 'Mismo DNI.'],
    ['Condori 03/04/1990', 'Misma fecha de nacimiento.'],
    ['Condori 1990', 'Mismo año de nacimiento.'],
  ])('«%s» is read', (text, sentence) => {
    expect(reasons(text)).toContain(sentence);
  });

  it('says when the stored person has no second surname', () => {
    expect(reasons('Urpi Condori', factsOf('Urpi|Condori'))).toContain(
      'Mismo primer apellido; falta el segundo apellido en el registro.',
    );
  });

  it('finds a telephone, and nothing for another name or number', () => {
    expect(reasons('987 654 321', { ...urpi, phones: ['+51 987654321'] })).toContain('Mismo teléfono.');
    expect(typed('Mamani').level).toBeNull();
    expect(typed('00451299').level).toBeNull();
  });

  it('ranks the one with more of the words first', () => {
    expect(typed('Urpi Condori Apaza').probability).toBeGreaterThan(typed('Condori').probability);
    expect(typed('Urpi Condori Apaza').level).toBe('possible');
  });
});

describe('an address', () => {
  const she = factsOf('Rosa|Quispe|Rojas');
  const at = (address: string | null) => ({ ...she, address });

  it.each([
    ['Jr. Grau 123', 'JIRON GRAU N° 123', 'Misma dirección.'],
    ['Av. El Sol 450 Barrio Alto', 'El Sol 450', 'Misma dirección.'],
    ['Jr. Grau 123', 'Jr. Grau 129', 'Dirección parecida.'],
  ])('«%s» and «%s»: %s', (one, other, sentence) => {
    expect(sentences(match(at(one), at(other)))).toContain(sentence);
    expect(match(at(one), at(other)).bits).toBeGreaterThan(match(she, she).bits);
  });

  it('that is another one speaks against a little, one that is missing not at all', () => {
    const [none, other] = [match(at('Jr. Grau 123'), at(null)), match(at('Jr. Grau 123'), at('Av. Lima 9'))];
    expect(none.bits).toBe(match(she, she).bits);
    expect(other.bits).toBeLessThan(none.bits);
    expect(sentences(other).join(' ')).not.toContain('irección');
  });
});
