/** The program at a computer that was paired: an application like any other to whoever holds it. */
import { instantIn } from '../../shared/platform/clock.ts';
import type { ApplicationOptions } from '../application-options.ts';
import { createApplication, type Application } from '../application.ts';
import { Companion } from './companion.ts';
import { keepCopies } from './companion-self.ts';
import { contextOf } from './keeper.ts';
import { KnownTerm, termOf } from './keeper-term.ts';
import { sweepAside } from '../backup/index.ts';
import { ownVersion } from './own-version.ts';
import { forgetPairing, readPairing, type LanParts } from './pairing-here.ts';
import { IncidentLog } from '../platform/incident-log.ts';
import { fingerprintOf } from '../platform/lan/identity.ts';
import { openLink } from '../platform/lan/lan-link.ts';

/** The record stands here now: this computer keeps it. */
const isTaken = (call: unknown) =>
  typeof call === 'object' && call !== null && 'procedure' in call && call.procedure === 'becomeKeeper';

export async function openCompanion(
  folder: string,
  options: Omit<ApplicationOptions, 'dataFolder'>,
  { protector, pace }: LanParts,
  left: () => void,
): Promise<Application> {
  const { pairing, identity } = await readPairing(folder, protector);
  const { address, port, keeperFingerprint, keeperName } = pairing;
  const { ports, kdfPolicy } = options;
  const log = new IncidentLog(folder, ports.clock);
  try {
    // Here no record is opened that would remove what has stood its days.
    sweepAside(folder, instantIn(ports.clock));
  } catch (error) {
    log.record(error, 'aside');
  }
  const at = { address, port, identity, keeperFingerprint, hello: ownVersion(), clock: ports.clock };
  const known = new KnownTerm(folder, keeperFingerprint);
  const link = openLink({ ...at, known, ...(pace === undefined ? {} : { pace }) });
  const fingerprint = fingerprintOf(identity.certificatePem);
  const keeper = { address, port, keeperFingerprint };
  const own = await createApplication({ ...options, dataFolder: folder, companion: { fingerprint, link, keeper } });
  const record = (error: unknown, operation: string) => log.record(error, operation);
  const companion = new Companion({
    ...{ link, keeper: keeperName, ports, kdfPolicy, record },
    own,
    context: contextOf(keeperFingerprint, fingerprint),
    place: { drives: ports.drives, dataFolder: folder },
    leave: async () => {
      await forgetPairing(folder, { keepsKey: false });
      left();
    },
  });
  const copies = keepCopies({
    ...{ link, dataFolder: folder, dbId: termOf(folder)?.centre.dbId ?? null, policy: kdfPolicy },
    record: (error) => void record(error, 'copy'),
  });
  const { subscribe, ask, lock } = companion;
  const invoke: Application['invoke'] = async (call) => {
    const envelope = await companion.invoke(call);
    if (envelope.ok && isTaken(call)) {
      await forgetPairing(folder, { keepsKey: true });
      left();
    }
    return envelope;
  };
  const end = async () => {
    copies.end();
    await companion.end();
    await copies.kept.settled();
    await own.close();
  };
  return {
    ...{ invoke, subscribe, ask, lock, end },
    // The pages of one browser share the line: each hears of its own session alone, by its token.
    connect: () => ({ invoke, subscribe, ask, lock, end: () => lock('system') }),
    recordIncident: record,
    close: end,
  };
}
