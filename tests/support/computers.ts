/** Several computers of one centre in one process: a real keeper, real companions, real TLS between them. */
import { Companion, type CompanionParts } from '../../src/main/computers/companion.ts';
import { contextOf, Keeper, type KeeperParts } from '../../src/main/computers/keeper.ts';
import { makeIdentity, fingerprintOf, noProtector, type Identity } from '../../src/main/platform/lan/identity.ts';
import { openLink, type LanLink } from '../../src/main/platform/lan/lan-link.ts';
import type { LinkPace } from '../../src/main/platform/lan/link-line.ts';
import { pairWith } from '../../src/main/platform/lan/pair-with.ts';
import { ownVersion } from '../../src/main/computers/own-version.ts';
import { contract } from '../../src/shared/contract.ts';
import { makeClient } from '../../src/shared/platform/client.ts';
import type { HostEvent } from '../../src/shared/platform/contract.ts';
import { systemDriveTable } from '../../src/main/platform/storage/paths.ts';
import type { FixedClock } from './fixed-clock.ts';
import {
  cheapKdfPolicy,
  passphrase,
  startCentre,
  testPorts,
  type Began,
  type Login,
  type TestCentre,
} from './start-application.ts';
import { newFolder } from './temporary-folder.ts';

const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const here = { address: '127.0.0.1', netmask: '255.0.0.0', name: 'Red del centro' };

/** Quick enough for a test: real time passes here. */
export const quickPace: Partial<LinkPace> = { deadMs: 1500, pausesMs: [50, 100, 200], hereMs: 300 };

export function keeperIn(folder: string, more: Partial<KeeperParts> = {}): Keeper {
  return new Keeper({
    ...{ folder, device: 'ADMISION-PC', clock, protector: noProtector, own: ownVersion },
    ...{ networks: () => [here], limits: { beatMs: 200 } },
    ...more,
  });
}

export type Keeping = { readonly centre: TestCentre; readonly keeper: () => Keeper; readonly port: () => number };

/** A centre whose keeper is switched on, at a port that the system chose. */
export async function startKeeping(
  options: { clock?: FixedClock; since?: Began; more?: Partial<KeeperParts> } = {},
): Promise<Keeping> {
  let keeper: Keeper | null = null;
  const keeperOf = (folder: string) => (keeper = keeperIn(folder, options.more));
  const centre = await startCentre({ ...options, keeper: keeperOf });
  const now = () => keeper as unknown as Keeper;
  await now().turnOn({ address: here.address, port: 0 });
  return { centre, keeper: now, port: () => now().state().port };
}

/** Pairs as a person does: the coordinator reads the code, somebody types it at the other computer. */
export async function pair(
  { centre, port }: Keeping,
  name: string,
  at: { readonly address?: string; readonly port?: number } = {},
): Promise<Paired> {
  const coordinator = await centre.as('coordina');
  await coordinator.offerPairing({}, { password: passphrase });
  const { offer } = await coordinator.readPairingCode({});
  const identity = await makeIdentity();
  const address = { address: here.address, port: port(), ...at };
  const code = (offer?.groups ?? []).join('-');
  const { keeperFingerprint, answer } = await pairWith({ ...address, code, name, identity });
  return { identity, keeperFingerprint, name, answer };
}

export type Paired = {
  readonly identity: Identity;
  readonly keeperFingerprint: string;
  readonly name: string;
  /** What the keeper said to it. */
  readonly answer: unknown;
};

export type Computer = ReturnType<typeof openComputer>;

/** A companion that was paired, with its window. */
export function openComputer(
  paired: Paired,
  at: { readonly address?: string; readonly port: number; readonly localAddress?: string },
  more: Partial<Pick<CompanionParts, 'ports' | 'kdfPolicy'>> & { readonly pace?: Partial<LinkPace> } = {},
) {
  const { identity, keeperFingerprint } = paired;
  const link: LanLink = openLink({
    ...{ address: here.address, ...at, identity, keeperFingerprint, hello: ownVersion(), clock },
    pace: more.pace ?? quickPace,
  });
  const companion = new Companion({
    ...{ link, keeper: 'ADMISION-PC', kdfPolicy: more.kdfPolicy ?? cheapKdfPolicy },
    context: contextOf(keeperFingerprint, fingerprintOf(identity.certificatePem)),
    ports: more.ports ?? testPorts({ ...clock, advance: () => undefined } as unknown as FixedClock),
    place: { drives: systemDriveTable(), dataFolder: newFolder() },
    record: (error) => String(error),
    leave: () => Promise.resolve(),
  });
  const heard: HostEvent[] = [];
  companion.subscribe((event) => void heard.push(event));
  let token: string | null = null;
  const client = makeClient(contract, companion, { token: () => token, newKey: () => crypto.randomUUID() });
  const signIn = async (login: Login, takeOver = false, password = passphrase) => {
    const session = await client.signIn({ login, password, takeOver });
    token = session.token;
    return session;
  };
  return { companion, link, heard, client, signIn, close: () => companion.end() };
}
