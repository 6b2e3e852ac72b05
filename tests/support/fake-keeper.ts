/** The part that talks to other computers, without a network: what it is told, and companions that come when a test says so. */
import { createHash } from 'node:crypto';
import type { KeeperControl, NewCompanion, Pin, Refused } from '../../src/main/companions/index.ts';
import { usualPort } from '../../src/shared/companions/index.ts';
import { fail } from '../../src/shared/platform/failures.ts';

type Offer = { readonly until: number; readonly paired: (companion: NewCompanion) => Promise<string> };

export type FakeKeeper = KeeperControl & {
  /** A computer types the code that stands, and its line stands from then on. */
  comes(name: string): Promise<string>;
  /** Its line is cut. */
  goes(name: string): void;
  refuse(refused: Refused): void;
  /** What turning it on throws. */
  breakWith(reason: 'address-gone' | 'port-taken' | null): void;
  readonly pins: readonly Pin[];
};

export const fakeAddresses = [
  { address: '192.168.1.10', network: 'Red del centro' },
  { address: '10.0.0.5', network: 'Wi-Fi' },
];

const ten = 600_000;

const fingerprintOf = (name: string) => createHash('sha256').update(name).digest('base64url');

export function fakeKeeper(device = 'ADMISION-PC', now: () => number = () => Date.now()): FakeKeeper {
  const is = {
    ...{ address: null as string | null, port: usualPort, on: false, offer: null as Offer | null },
    ...{ broken: null as string | null, pins: [] as readonly Pin[], refused: [] as Refused[] },
  };
  const connected = new Set<string>();
  const standing = () => (is.offer !== null && is.offer.until > now() ? is.offer : null);
  return {
    device,
    fakeKey: Buffer.alloc(32, 5),
    fingerprint: null,
    term: { statement: null, keep: () => Promise.resolve(), onMoved: () => undefined },
    copies: {
      ...{ wanted: () => false, isDue: () => false, unwritten: [], onKept: () => undefined },
      ...{ made: () => Promise.resolve(), written: () => Promise.resolve() },
    },
    state: () => ({
      ...{ isOn: is.on, address: is.address, port: is.port, addresses: fakeAddresses },
      ...{ connected: new Set(connected), refused: [...is.refused] },
      revoked: new Set(is.pins.flatMap(({ fingerprint, isRevoked }) => (isRevoked ? [fingerprint] : []))),
    }),
    turnOn: ({ address, port }) => {
      if (is.broken === 'address-gone') return Promise.reject(fail('rule-broken', 'address-gone'));
      if (is.broken === 'port-taken') return Promise.reject(fail('storage', 'port-taken'));
      Object.assign(is, { on: true, address, port });
      return Promise.resolve();
    },
    turnOff: () => {
      Object.assign(is, { on: false, offer: null });
      connected.clear();
      return Promise.resolve();
    },
    offer: (paired) => {
      is.offer = { until: now() + ten, paired };
      return is.offer.until;
    },
    offered: () => {
      const offer = standing();
      return offer === null
        ? null
        : { groups: ['K7QM', '2XPD', 'H4RV', '9TCB', 'M3WS', '8FGE', 'A5NZ'], until: offer.until };
    },
    withdrawOffer: () => {
      is.offer = null;
    },
    refusals: { unwritten: [], written: () => undefined, onRefused: () => undefined },
    onLine: () => undefined,
    keepPins: (pins) => {
      is.pins = pins;
      for (const { fingerprint, isRevoked } of pins) if (isRevoked) connected.delete(fingerprint);
      return Promise.resolve();
    },
    comes: async (name) => {
      const offer = standing();
      if (offer === null) throw new Error('no code stands');
      is.offer = null;
      const fingerprint = fingerprintOf(name);
      const centreName = await offer.paired({ name, fingerprint });
      connected.add(fingerprint);
      return centreName;
    },
    goes: (name) => void connected.delete(fingerprintOf(name)),
    refuse: (refused) => void is.refused.push(refused),
    breakWith: (reason) => {
      is.broken = reason;
    },
    get pins() {
      return is.pins;
    },
  };
}
