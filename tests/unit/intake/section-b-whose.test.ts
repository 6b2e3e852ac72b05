/** Who is told that Section B is not hers hears whose it is. */
import { expect, it } from 'vitest';
import { mayEver, roleLabels, roles } from '../../../src/shared/access/index.ts';
import { intakeReasons } from '../../../src/shared/intake/index.ts';

it('names the roles that the permission table lets write Section B, and no other', () => {
  const may = roles.filter((role) => mayEver([role], 'registerForm.writeB')).map((role) => roleLabels[role]);
  const words = `${may.slice(0, -1).join(', ')} o ${may.at(-1) ?? ''}`;
  expect(intakeReasons['section-b-whose']).toBe(`La Sección B la registra quien atiende: ${words}.`);
});
