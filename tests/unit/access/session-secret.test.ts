/** The secret that opens what is sealed to one person ends with the session of that person, however it ends. */
import { expect, it } from 'vitest';
import { Sessions } from '../../../src/main/access/sessions.ts';
import type { StaffId } from '../../../src/shared/platform/ids.ts';
import { aConnection } from '../../support/a-connection.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const nobody = { ended: () => undefined, unused: () => undefined };
const connection = aConnection();
const person = { staffId: 's-1' as StaffId, login: 'psico', roles: ['psychologist' as const], connection };
const state = { isReadOnly: false, mustChangePassword: false };

it.each(['asked', 'idle', 'system', 'disabled'] as const)('is zeroed when a session ends: %s', (why) => {
  const sessions = new Sessions(fixedClock(), nobody);
  const secretKey = Buffer.alloc(32, 7);
  const session = sessions.prepare(person, { ...state, own: { slotId: 'slot', secretKey } });
  sessions.admit(session);
  expect(sessions.open()).toEqual([session]);
  sessions.end(session, why);
  expect([...secretKey]).toEqual(Array(32).fill(0));
  expect(session.own).toBeNull();
  expect(sessions.open()).toEqual([]);
});

it('is zeroed when another session takes its place', () => {
  const sessions = new Sessions(fixedClock(), nobody);
  const first = Buffer.alloc(32, 7);
  const second = Buffer.alloc(32, 9);
  sessions.admit(sessions.prepare(person, { ...state, own: { slotId: 'slot', secretKey: first } }));
  sessions.admit(sessions.prepare(person, { ...state, own: { slotId: 'slot', secretKey: second } }, true));
  expect(first.every((byte) => byte === 0)).toBe(true);
  expect(second.every((byte) => byte === 9)).toBe(true);
});
