/** Who may ever see, save and print each kind of paper: one right a kind, for the window and the gate alike. */
import { expect, it } from 'vitest';
import { mayEver, roles, type Role } from '../../../src/shared/access/index.ts';
import { contract } from '../../../src/shared/contract.ts';
import { documentKinds, kindActions, type DocumentKind } from '../../../src/shared/papers/index.ts';

const attending = ['psychologist', 'socialWorker', 'lawyer'] as const;
const wanted: Record<DocumentKind, readonly Role[]> = {
  filing: ['lawyer', 'coordinator'],
  'reserved-sheet': ['lawyer', 'coordinator'],
  referral: [...attending, 'coordinator'],
  'monthly-report': ['coordinator', 'auditor'],
  'register-sheet': ['lawyer', 'coordinator'],
  'official-letter': [...attending, 'coordinator'],
  'psychological-report': ['psychologist'],
  'social-report': ['socialWorker'],
  'day-sheet': ['admission', ...attending, 'coordinator'],
  'hearing-sheet': [...attending, 'coordinator'],
  'neutral-card': ['admission', ...attending, 'coordinator'],
  'custody-receipt': [...attending, 'coordinator'],
  'location-sheet': ['lawyer', 'coordinator'],
  'own-copy': [...attending, 'coordinator'],
};

it.each(documentKinds)('%s', (kind) => {
  expect(roles.filter((role) => mayEver([role], kindActions[kind]))).toEqual(wanted[kind]);
});

it('lets her own copy be seen by the right that prepares it', () => {
  expect(kindActions['own-copy']).toBe(contract.getOwnCopy.permission);
});
