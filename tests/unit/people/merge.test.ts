import { describe, expect, it } from 'vitest';
import {
  blankRecord,
  differences,
  mergeFields,
  mergeRecords,
  opinionOf,
  proposedChoices,
  recordBefore,
  type Match,
  type MergeChoices,
  type PersonContact,
  type PersonRecord,
} from '../../../src/shared/people/index.ts';

const contact = (phone: string, overrides: Partial<PersonContact> = {}): PersonContact => ({
  ...{ phone, whose: null, mayCall: 'yes', hours: null, mayLeaveMessage: null, whatToSay: null },
  ...{ checkedOn: null, isShared: false },
  ...overrides,
});

const record = (overrides: Partial<PersonRecord>): PersonRecord => ({
  ...blankRecord(),
  givenNames: 'Rosa',
  firstSurname: 'Quispe',
  ...overrides,
});

const sides = (choices: Partial<MergeChoices> = {}): MergeChoices =>
  ({ ...Object.fromEntries(mergeFields.map((field) => [field, 'kept'])), ...choices }) as MergeChoices;

const side = (one: PersonRecord, words: string | null = null) => ({ record: one, address: { words } });

describe('mergeRecords', () => {
  it('keeps the name that is chosen and makes the other an alias, once', () => {
    const kept = record({ aliases: ['Rosita'] });
    const absorbed = record({ givenNames: 'Rosa María', aliases: ['ROSITA'] });
    expect(mergeRecords(kept, absorbed, sides()).aliases).toEqual(['Rosita', 'Rosa María Quispe']);
    const other = mergeRecords(kept, absorbed, sides({ names: 'absorbed' }));
    expect(other).toMatchObject({ givenNames: 'Rosa María', aliases: ['Rosita', 'Rosa Quispe'] });
  });

  it('keeps every document and telephone of both once, the chosen side first', () => {
    const kept = record({
      documents: [{ kind: 'dni', state: 'known', number: '00 112 233' }],
      contacts: [contact('987000111')],
    });
    const absorbed = record({
      documents: [
        { kind: 'dni', state: 'known', number: '00112233' },
        { kind: 'passport', state: 'known', number: 'XY1' },
        { kind: null, state: 'none', number: null },
      ],
      contacts: [contact('+51 987 000 111'), contact('986000222')],
    });
    const merged = mergeRecords(kept, absorbed, sides({ contacts: 'absorbed' }));
    expect(merged.documents.map((one) => one.number)).toEqual(['00 112 233', 'XY1']);
    expect(merged.contacts.map((one) => one.phone)).toEqual(['+51 987 000 111', '986000222']);
  });

  it('leaves unsafe what either record knew to be unsafe, and dead who died in either', () => {
    const kept = record({ contacts: [contact('987000111')] });
    const absorbed = record({ contacts: [contact('987 000 111', { isShared: true })], isDeceased: true });
    expect(mergeRecords(kept, absorbed, sides())).toMatchObject({ contacts: [{ isShared: true }], isDeceased: true });
  });
});

describe('comparison', () => {
  it('proposes what is kept, except where it knows nothing', () => {
    const kept = side(record({ email: null, birth: { year: 1990, month: null, day: null } }));
    const absorbed = side(record({ email: 'a@b.pe', birth: { year: 1991, month: 1, day: 1 } }), 'Un distrito');
    expect(differences(kept, absorbed)).toEqual(['birth', 'email', 'address']);
    expect(proposedChoices(kept, absorbed)).toEqual(sides({ email: 'absorbed', address: 'absorbed' }));
  });

  it('goes back field by field, but not over what was written since', () => {
    const before = record({ preferredName: null });
    const after = mergeRecords(
      before,
      record({ preferredName: 'Rosi', aliases: ['La Flaca'] }),
      sides({ preferredName: 'absorbed' }),
    );
    expect(recordBefore(after, { before, after })).toEqual(before);
    const now = { ...after, aliases: ['La Flaca', 'Otro'] };
    expect(recordBefore(now, { before, after })).toEqual({ ...before, aliases: ['La Flaca', 'Otro'] });
  });
});

describe('opinionOf', () => {
  const match = (probability: number, speaks: readonly ('for' | 'against')[]): Match => ({
    ...{ probability, bits: 0, level: probability >= 0.9 ? 'probable' : 'possible', hasOtherGiven: false },
    reasons: speaks.map((one) => ({ text: one, plain: one, speaks: one })),
  });
  const withNumber = (number: string) => record({ documents: [{ kind: 'dni', state: 'known', number }] });
  const [one, other] = [withNumber('00112233'), withNumber('00998877')] as const;

  it('says «one» of what is probable and contradicted by nothing, «two» of what is unlikely and contradicted', () => {
    expect(opinionOf(match(0.95, ['for']), one, one)).toBe('same');
    expect(opinionOf(match(0.3, ['for', 'against']), one, other)).toBe('two');
    expect(opinionOf(match(0.95, ['for', 'against', 'against']), one, other)).toBe('two');
  });

  it('leaves open names alone, what is probable and contradicted, one number on two, and what was not compared', () => {
    expect(opinionOf(match(0.4, ['for']), one, other)).toBe('open');
    expect(opinionOf(match(0.7, ['for', 'against']), one, other)).toBe('open');
    expect(opinionOf(match(0.95, ['for', 'against']), one, other)).toBe('open');
    expect(opinionOf(match(0.3, ['for', 'against']), one, withNumber('00 112 233'))).toBe('open');
    expect(opinionOf(undefined, one, other)).toBe('open');
  });
});
