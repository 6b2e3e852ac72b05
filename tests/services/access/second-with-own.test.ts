/** The second person of an act with what her password opens: tried once, and nothing of it left where she is refused. */
import { expect, it } from 'vitest';
import { secondWithOwn } from '../../../src/main/access/index.ts';
import { refusal } from '../refusal.ts';

type Call = Parameters<typeof secondWithOwn>[0];

const person = { id: 'staff-2', roles: ['lawyer'], state: 'active' };

function calling(found: object | null, opens: boolean) {
  const tried: string[] = [];
  const secretKey = Buffer.alloc(32, 7);
  const told: string[] = [];
  const call = {
    session: { staffId: 'staff-1', login: 'psico' },
    read: () => Promise.resolve(found),
  } as unknown as Call;
  const parts = {
    ownOf: (login: string) => {
      tried.push(login);
      return Promise.resolve(opens ? { slotId: 'slot-2', secretKey } : null);
    },
    wrong: () => Promise.resolve(void told.push('wrong')),
  };
  const second = { login: 'legal', password: 'x' };
  return { work: () => secondWithOwn(call, second, parts), tried, told, secretKey };
}

it('tries the password once and hands over what it opened', async () => {
  const { work, tried, secretKey } = calling(person, true);
  expect(await work()).toEqual({ person, own: { slotId: 'slot-2', secretKey } });
  expect(tried).toEqual(['legal']);
  expect(secretKey.every((byte) => byte === 7)).toBe(true);
});

it('zeroes it for somebody who may not stand beside', async () => {
  const { work, secretKey } = calling({ ...person, state: 'disabled' }, true);
  expect(await refusal(work)).toBe('rule-broken/second-person');
  expect(secretKey.every((byte) => byte === 0)).toBe(true);
});

it('says a wrong password, and tells of it', async () => {
  const { work, told } = calling(person, false);
  expect(await refusal(work)).toBe('wrong-secret/second-wrong');
  expect(told).toEqual(['wrong']);
});
