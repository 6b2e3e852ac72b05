/** Founds the practice centre of the demonstration and keeps one session for each of its people. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type Contract } from '../../shared/contract.ts';
import type { SessionView, StaffDetails } from '../../shared/access/index.ts';
import type { CentreDetails } from '../../shared/centre/index.ts';
import { demoStaff, type DemoLogin } from '../../shared/demo/index.ts';
import { makeClient } from '../../shared/platform/client.ts';
import type { Call, Client } from '../../shared/platform/contract.ts';
import type { Application } from '../application.ts';
import { askingAgain } from './ask-again.ts';

export type DemoPerson = { readonly client: Client<Contract>; readonly password: string };
export type DemoTeam = Readonly<Record<DemoLogin, DemoPerson>>;

/** Invented; the code stands in the file names of the report. */
const centre: CentreDetails = {
  name: 'Los Jazmines (práctica)',
  code: 'PRACTICA-01',
  districtCode: '150132',
  category: 'regular',
  ministry: 'Ministerio de la Mujer y Poblaciones Vulnerables',
  programme: 'Programa Nacional para la Prevención y Erradicación de la Violencia contra las Mujeres - Warmi Ñan',
  proceduralAddress: 'Jirón Los Jazmines 100, oficina 1',
  phone: null,
  acronym: null,
  yearSlogan: null,
};

function detailsOf({ role, ...details }: (typeof demoStaff)[number]): StaffDetails {
  return { ...details, roles: [role] };
}

type MemberClient = {
  readonly client: Client<Contract>;
  readonly use: (session: SessionView) => void;
  /** Signed out: comes in again with the next call, by what is given. */
  readonly leave: (enter: () => Promise<SessionView>) => void;
};

function memberClient(application: Application): MemberClient {
  let session: () => Promise<SessionView | null> = () => Promise.resolve(null);
  const present = async () => (await session())?.token ?? null;
  const { invoke } = askingAgain(application);
  const transport = { invoke: async (call: Call) => invoke({ ...call, session: await present() }) };
  const client = makeClient(contract, transport, { token: () => null, newKey: () => crypto.randomUUID() });
  const use = (other: SessionView) => void (session = () => Promise.resolve(other));
  const leave = (enter: () => Promise<SessionView>) => {
    let entered: Promise<SessionView> | null = null;
    session = () => (entered ??= enter());
  };
  return { client, use, leave };
}

/** What `verify --start-key-file` takes. */
export const startKeyFile = 'clave-inicial-de-la-bitacora.txt';

/** Files a person needs to enter by hand: logins and roles, one phrase each, the two keys of the recovery sheet. */
type SheetKeys = { readonly recoveryKey: readonly string[]; readonly auditStartKey: string };

function writeSecrets(folder: string, phrases: ReadonlyMap<string, string>, keys: SheetKeys): void {
  const onlyOwner = { mode: 0o600, flag: 'wx' } as const;
  const phraseFolder = join(folder, 'frases');
  mkdirSync(phraseFolder, { mode: 0o700 });
  for (const [login, phrase] of phrases) writeFileSync(join(phraseFolder, `${login}.txt`), `${phrase}\n`, onlyOwner);
  writeFileSync(join(folder, 'clave-de-recuperacion.txt'), `${keys.recoveryKey.join('-')}\n`, onlyOwner);
  writeFileSync(join(folder, startKeyFile), `${keys.auditStartKey}\n`, onlyOwner);
  const people = demoStaff.map(({ login, fullName, role }) => ({ login, fullName, role }));
  writeFileSync(join(folder, 'personal.json'), `${JSON.stringify(people, null, 2)}\n`, onlyOwner);
}

/**
 * Founder first, the others by the founder, then the recovery key typed back and everybody signed in once.
 *
 * Signing in is exclusive per person and costs the derivation of the key: the sessions are kept for a day of work.
 *
 * @returns `leave`: it is another day, on which whoever does something signs in anew.
 */
export async function foundDemo(
  application: Application,
  folder: string,
): Promise<{ team: DemoTeam; leave: () => void }> {
  const [founder, ...others] = demoStaff;
  const first = memberClient(application);
  const phrases = new Map<string, string>();
  for (const { login } of demoStaff) {
    phrases.set(login, (await first.client.suggestPassphrase({ words: 5 })).passphrase);
  }
  const phraseOf = (login: string) => phrases.get(login) ?? '';
  const founded = await first.client.foundCentre({
    centre,
    isPractice: true,
    coordinator: detailsOf(founder),
    passphrase: phraseOf(founder.login),
  });
  writeSecrets(folder, phrases, founded);
  first.use(founded.session);
  for (const member of others) {
    await first.client.addFirstStaff({ details: detailsOf(member), passphrase: phraseOf(member.login) });
  }
  await first.client.confirmRecoveryKey({
    groups: founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' })),
  });
  const desk = memberClient(application).client;
  const members = demoStaff.map(({ login }, at) => {
    const member = at === 0 ? first : memberClient(application);
    return { ...member, login, enter: () => desk.signIn({ login, password: phraseOf(login) }) };
  });
  for (const { use, enter } of members.slice(1)) use(await enter());
  const team = members.map(({ login, client }) => [login, { client, password: phraseOf(login) }] as const);
  const leave = () => {
    for (const member of members) member.leave(member.enter);
  };
  return { team: Object.fromEntries(team) as DemoTeam, leave };
}
