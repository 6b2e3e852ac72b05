/** Accounts of the counterparts of other institutions: switched on, let in by two people, with their own password. */
import type { CounterpartSide } from '../../src/shared/access/index.ts';
import { counterpartRoles } from '../../src/shared/access/index.ts';
import { blankConsent, type ConsentGiven } from '../../src/shared/care/index.ts';
import type { Contract } from '../../src/shared/contract.ts';
import type { HandedKind } from '../../src/shared/counterparts/index.ts';
import type { Client, InputGivenOf } from '../../src/shared/platform/contract.ts';
import { sideOfKind } from '../../src/shared/counterparts/index.ts';
import { referralRules } from '../../src/shared/referrals/index.ts';
import { letIn } from '../services/access/people.ts';
import { clientOf, passphrase, type TestCentre } from './start-application.ts';

export const establishments = { police: 'Comisaría Inventada', health: 'Centro de Salud Inventado' } as const;
export const counterpartLogins = { police: 'comisaria', health: 'posta' } as const;

export async function switchOn(centre: TestCentre, side: CounterpartSide, isOn = true): Promise<void> {
  const coordinator = await centre.as('coordina');
  const { posts } = await coordinator.readCounterpartPosts({});
  const version = posts.find((post) => post.side === side)?.version ?? 0;
  await coordinator.changeCounterpartPost({ side, isOn, establishment: establishments[side], version });
}

/** The client of a new account of that side. */
export async function counterpart(centre: TestCentre, side: CounterpartSide): Promise<Client<Contract>> {
  await switchOn(centre, side);
  return letIn(centre, counterpartLogins[side], counterpartRoles[side]);
}

/** The same, as its session: for calls that no client makes. */
export async function counterpartToken(centre: TestCentre, side: CounterpartSide): Promise<string> {
  await (await counterpart(centre, side)).lock({ why: 'asked' });
  const nobody = clientOf(centre.application, () => null);
  return (await nobody.signIn({ login: counterpartLogins[side], password: passphrase })).token;
}

type Handing = InputGivenOf<Contract['handToCounterpart']>;

export function consentFor(kind: HandedKind, given: Partial<ConsentGiven> = {}): ConsentGiven {
  const receivers = [establishments[sideOfKind(kind)]];
  return { ...blankConsent, form: 'spoken', purposes: [kind], receivers, ...given };
}

/** What the page of the hand-over sends. */
export async function handing(
  centre: TestCentre,
  caseId: string,
  kind: HandedKind,
  given: { readonly consent?: ConsentGiven | null; readonly options?: Partial<Handing['options']> } = {},
): Promise<Handing> {
  const psychologist = await centre.as('psico');
  const { options } = await psychologist.startReferral({ caseId, kind });
  return {
    ...{ caseId, kind },
    consent: given.consent === undefined ? consentFor(kind) : given.consent,
    options: {
      ...options,
      services: referralRules[kind].services.slice(0, 1),
      reason: 'Motivo inventado.',
      receiver: { post: 'Jefatura', establishment: establishments[sideOfKind(kind)] },
      isKitDecided: true,
      ...given.options,
    },
  };
}

export async function handOver(
  centre: TestCentre,
  caseId: string,
  kind: HandedKind,
  given: Parameters<typeof handing>[3] = {},
) {
  const psychologist = await centre.as('psico');
  return psychologist.handToCounterpart(await handing(centre, caseId, kind, given));
}
