/** Which of her numbers the presumed aggressor has too, however either was typed. */
import { describe, expect, it } from 'vitest';
import { sharedPhones } from '../../../src/shared/people/index.ts';

const contact = {
  ...{ whose: null, mayCall: 'yes' as const, hours: null, mayLeaveMessage: null, whatToSay: null },
  ...{ checkedOn: null, isShared: false },
};
const of = (...phones: string[]) => ({ contacts: phones.map((phone) => ({ ...contact, phone })) });

describe('a number of hers', () => {
  it.each([
    ...['987654321', '987 654 321', '+51 987-654-321', '51987654321', '0051987654321', '(051) 987-654-321'],
    ...['01987654321', '9876 54321', '987654321 anexo 2', '987654321 / 955000111', '955000111 o 987654321'],
    ...[
      'cel. 987654321 (su mamá)',
      '955000111 987654321',
      '987654321,955000111',
      '\uFF19\uFF18\uFF17654321',
      '987\u2013654\u2013321',
    ],
  ])('is his too where his is typed «%s»', (his) => {
    expect(sharedPhones(of('955222333', '987654321'), of(his))).toEqual([1]);
    expect(sharedPhones(of(his), of('944111000', '+51 987 654 321'))).toEqual([0]);
  });

  it('is his too where both are typed with more, and where it is a landline with and without its code', () => {
    expect(sharedPhones(of('944111222 / 987654321'), of('987654321 anexo 2'))).toEqual([0]);
    expect(sharedPhones(of('(066) 312345'), of('312345'))).toEqual([0]);
    expect(sharedPhones(of('01 4567890'), of('4567890 casa'))).toEqual([0]);
  });

  it.each(['987654322', '955000111 / 944000222', '987 654', '98765', 'no tiene', '(066) 312346'])(
    'is not where his is «%s»',
    (his) => {
      expect(sharedPhones(of('987654321', '066312345'), of(his))).toEqual([]);
    },
  );
});
