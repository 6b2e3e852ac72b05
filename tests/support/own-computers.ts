/** Companions with a data folder of their own: they keep copies, and one of them becomes the keeper. */
import { createApplication, type Application } from '../../src/main/application.ts';
import { Companion } from '../../src/main/computers/companion.ts';
import { keepCopies } from '../../src/main/computers/companion-self.ts';
import { contextOf } from '../../src/main/computers/keeper.ts';
import { keepPairedTerm, KnownTerm } from '../../src/main/computers/keeper-term.ts';
import { ownVersion } from '../../src/main/computers/own-version.ts';
import { fingerprintOf, noProtector, writeIdentity } from '../../src/main/platform/lan/identity.ts';
import { openLink, type LanLink } from '../../src/main/platform/lan/lan-link.ts';
import type { Version } from '../../src/main/platform/lan/wire.ts';
import { systemDriveTable } from '../../src/main/platform/storage/paths.ts';
import { contract } from '../../src/shared/contract.ts';
import { makeClient } from '../../src/shared/platform/client.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { quickPace, type Paired } from './computers.ts';
import { fixedClock, type FixedClock } from './fixed-clock.ts';
import { cheapKdfPolicy, testPorts } from './start-application.ts';
import { newFolder } from './temporary-folder.ts';

const systemClock = { now: () => Date.now(), monotonic: () => performance.now() };

export type OwnComputer = {
  readonly folder: string;
  readonly link: LanLink;
  readonly application: Application;
  /** As its window calls: its own folder, or over the line. */
  readonly client: ReturnType<typeof makeClient<typeof contract>>;
  /** Faults that were written down. */
  readonly faults: unknown[];
  readonly copies: ReturnType<typeof keepCopies>;
  close(): Promise<void>;
};

type More = {
  readonly folder?: string;
  readonly clock?: FixedClock;
  readonly hello?: Version;
  readonly freeBytes?: (folder: string) => number | null;
};

/** A companion that was paired, over a data folder of its own, as its program starts it. */
export async function openOwn(paired: Paired, port: number, more: More = {}): Promise<OwnComputer> {
  const { identity, keeperFingerprint, answer } = paired;
  const folder = more.folder ?? newFolder();
  mkdirSync(join(folder, 'lan'), { recursive: true });
  await writeIdentity(join(folder, 'lan', 'identity'), identity, noProtector);
  const centre = await keepPairedTerm(folder, answer);
  const at = { address: '127.0.0.1', port };
  const link = openLink({
    ...{ ...at, identity, keeperFingerprint, hello: more.hello ?? ownVersion(), clock: systemClock, pace: quickPace },
    known: new KnownTerm(folder, keeperFingerprint),
  });
  const fingerprint = fingerprintOf(identity.certificatePem);
  const ports = testPorts(more.clock ?? fixedClock());
  const application = await createApplication({
    ...{
      dataFolder: folder,
      host: 'direct',
      ports,
      kdfPolicy: cheapKdfPolicy,
      companion: { fingerprint, link, keeper: { ...at, keeperFingerprint } },
    },
  });
  const faults: unknown[] = [];
  const copies = keepCopies({
    ...{ link, dataFolder: folder, dbId: centre?.dbId ?? null, policy: cheapKdfPolicy },
    record: (error) => void faults.push(error),
    ...(more.freeBytes === undefined ? {} : { freeBytes: more.freeBytes }),
  });
  const companion = new Companion({
    ...{ link, keeper: 'ADMISION-PC', kdfPolicy: cheapKdfPolicy, ports, own: application },
    context: contextOf(keeperFingerprint, fingerprint),
    place: { drives: systemDriveTable(), dataFolder: folder },
    record: (error) => String(error),
    leave: () => Promise.resolve(),
  });
  const client = makeClient(contract, companion, { token: () => null, newKey: () => crypto.randomUUID() });
  const close = async () => {
    copies.end();
    await companion.end();
    await copies.kept.settled();
    await application.close();
  };
  return { folder, link, application, client, faults, copies, close };
}
