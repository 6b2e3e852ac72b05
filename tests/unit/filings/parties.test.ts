/** Who the accused is, as the writ says it: what the record does not know is stated (D38). */
import { describe, expect, it } from 'vitest';
import { composeFiling, kinds, type AccusedIdentity } from '../../../src/shared/filings/index.ts';
import { accusedIdentityWords } from '../../../src/shared/filings/wording.ts';
import { textOf } from '../../../src/shared/papers/index.ts';
import { facts, issueOf, options } from './sample.ts';

const known: AccusedIdentity = {
  document: { kind: 'document', name: 'DNI', number: '00000002' },
  age: 38,
  occupation: 'comerciante',
  address: { kind: 'printable', text: 'jirón Imaginario 200' },
};
const unknown: AccusedIdentity = { document: null, age: null, occupation: null, address: { kind: 'unknown' } };

describe('accusedIdentityWords', () => {
  it.each<[string, AccusedIdentity, string]>([
    [
      'everything',
      known,
      'Se identifica con DNI N.º 00000002, tiene 38 años y su ocupación es comerciante. Se le puede notificar en jirón Imaginario 200.',
    ],
    [
      'one thing alone',
      { ...unknown, age: 1 },
      'Tiene 1 año. Se desconocen su documento de identidad y su ocupación. Se desconoce dónde se le puede notificar.',
    ],
    [
      'all but the trade',
      { ...known, occupation: null },
      'Se identifica con DNI N.º 00000002 y tiene 38 años. Se desconoce su ocupación. Se le puede notificar en jirón Imaginario 200.',
    ],
    [
      'nothing',
      unknown,
      'Se desconocen su documento de identidad, su edad y su ocupación. Se desconoce dónde se le puede notificar.',
    ],
    [
      'a document that is none',
      { ...known, document: { kind: 'none' }, address: { kind: 'reserved' } },
      'Tiene 38 años y su ocupación es comerciante. Se desconoce su documento de identidad. Dónde se le puede notificar se hace conocer al despacho en sobre cerrado aparte.',
    ],
  ])('says what is known of %s', (_what, identity, words) => {
    expect(accusedIdentityWords(identity)).toBe(words);
  });
});

describe('a writ', () => {
  const ofKind = (kind: 1 | 2 | 3, aggressor: Partial<typeof facts.aggressor>) =>
    composeFiling({ ...facts, aggressor: { ...facts.aggressor, ...aggressor } }, options, issueOf(kind));

  it.each([1, 2, 3] as const)('of kind %i says who is accused and where to notify', (kind) => {
    expect(textOf(ofKind(kind, known).paper)).toContain(accusedIdentityWords(known));
    expect(textOf(ofKind(kind, unknown).paper)).toContain(accusedIdentityWords(unknown));
  });

  it('asks once for what is not known, at the field that answers it, and can be issued without', () => {
    const { missing } = ofKind(3, unknown);
    const asked = missing.filter(({ fact }) => fact.startsWith('denunciado.'));
    expect(asked.map(({ weight, field }) => `${weight} ${field ?? ''}`)).toEqual([
      'recommended aggressor.document.state',
      'recommended answers.aggressorAge',
      'recommended answers.aggressorOccupation',
      'recommended aggressor.address.text',
    ]);
  });

  it('says of each of several accused who it is', () => {
    const other = { ...known, names: 'Otra Persona Ficticia', bond: null };
    const { paper } = composeFiling({ ...facts, otherAccused: [other] }, options, issueOf(3));
    expect(textOf(paper)).toContain(`OTRA PERSONA FICTICIA. ${accusedIdentityWords(known)}`);
  });
});

describe('a measure asked', () => {
  const asked = (precautionary: typeof options.precautionary, measures: typeof options.measures = []) =>
    composeFiling(facts, { ...options, measures, precautionary }, issueOf(3));

  it.each([
    ['alimony', 'medidas.alimentos', 'Alimentos: S/ 600 al mes, a favor de A. B. C.'],
    ['custody', 'medidas.tenencia', 'Tenencia: S/ 600 al mes, a favor de A. B. C.'],
    ['visits', 'medidas.visitas', 'Régimen de visitas: S/ 600 al mes, a favor de A. B. C.'],
  ] as const)('of %s says what and for whom, and is missing without it', (code, fact, words) => {
    const detail = 'S/ 600 al mes, a favor de A. B. C';
    const { paper, missing } = asked([{ code, reason: 'Motivo inventado.', detail }]);
    expect(textOf(paper)).toContain(words);
    expect(missing.map((one) => one.fact)).not.toContain(fact);
    const without = asked([{ code, reason: 'Motivo inventado.', detail: null }]);
    expect(without.missing).toContainEqual(expect.objectContaining({ fact, weight: 'required' }));
  });

  it('of money at once has its amount', () => {
    const one = { code: 'emergency-allowance' as const, reason: 'Motivo inventado.', detail: null };
    expect(asked([], [one]).missing.map(({ fact }) => fact)).toContain('medidas.asignacion');
    expect(asked([], [{ ...one, detail: 'S/ 500' }]).missing.map(({ fact }) => fact)).not.toContain(
      'medidas.asignacion',
    );
  });
});

describe('whom a demand is for', () => {
  it.each([16, 17] as const)('is named in full by kind %i alone', (kind) => {
    const inFull = Object.values(kinds).filter((one) => one.namesChildren === true);
    expect(inFull.map((one) => one.kind)).toEqual([16, 17]);
    const { options: answered } = { options: { ...options, lists: { menores: [child] } } };
    const { paper } = composeFiling(facts, answered, issueOf(kind));
    expect(textOf(paper)).toContain('Nino Pequeño Inventado, con DNI N.º 90111222, de 8 años.');
  });
  const child = { nombres: 'Nino Pequeño Inventado', documento: 'con DNI N.º 90111222', edad: '8 años' };
});
