import { describe, expect, it } from 'vitest';
import { blankRecord, rebaseRecord, type PersonContact, type PersonRecord } from '../../../src/shared/people/index.ts';

function number(phone: string, change: Partial<PersonContact> = {}): PersonContact {
  const unknown = { whose: null, mayCall: null, hours: null, mayLeaveMessage: null, whatToSay: null, checkedOn: null };
  return { ...unknown, phone, isShared: false, ...change };
}

const base: PersonRecord = {
  ...blankRecord(),
  ...{ givenNames: 'Rosa', firstSurname: 'Quispe', aliases: ['Rosita'] },
  contacts: [number('900000001', { mayCall: 'yes' }), number('900000002')],
};

const both = (mine: Partial<PersonRecord>, theirs: Partial<PersonRecord>) =>
  rebaseRecord({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } });

describe('a record that two people changed at once', () => {
  it('has what each of them changed, and hers where both changed the same', () => {
    const joined = both({ givenNames: 'Rosa Sol', email: 'a@b.pe' }, { firstSurname: 'Quispi', email: 'c@d.pe' });
    expect(joined).toEqual({ ...base, givenNames: 'Rosa Sol', firstSurname: 'Quispi', email: 'a@b.pe' });
  });

  it('never goes back to an answer about a number that the other person changed', () => {
    const [first = number(''), second = number('')] = base.contacts;
    const theirs = { contacts: [{ ...first, mayCall: 'no' as const }, second] };
    expect(both({ givenNames: 'Rosa Sol' }, theirs).contacts).toEqual(theirs.contacts);
    const hours = { contacts: [{ ...first, hours: 'tardes' }, second, number('900000003')] };
    expect(both(hours, theirs).contacts).toEqual([
      { ...first, mayCall: 'no', hours: 'tardes' },
      second,
      number('900000003'),
    ]);
  });

  it('loses an entry only where the other side left it as it was', () => {
    const [first = number(''), second = number('')] = base.contacts;
    const changed = { contacts: [{ ...first, mayCall: 'no' as const }, second] };
    expect(both({ contacts: [second] }, changed).contacts).toEqual(changed.contacts);
    expect(both({ contacts: [first] }, { contacts: [{ ...first, hours: 'tardes' }, second] }).contacts).toEqual([
      { ...first, hours: 'tardes' },
    ]);
    const corrected = { contacts: [number('900000009', { mayCall: 'yes' }), second] };
    expect(both(corrected, changed).contacts).toEqual([...changed.contacts, number('900000009', { mayCall: 'yes' })]);
    expect(both({ aliases: ['Rosita', 'Sol'] }, { aliases: ['Rosita', 'Chata'] }).aliases).toEqual([
      ...['Rosita', 'Chata', 'Sol'],
    ]);
  });

  it('is the other one untouched when she changed nothing, and hers when only she did', () => {
    const changed = { documents: [{ kind: 'dni' as const, state: 'known' as const, number: '00112233' }] };
    expect(both({}, changed)).toEqual({ ...base, ...changed });
    expect(both(changed, {})).toEqual({ ...base, ...changed });
  });
});
