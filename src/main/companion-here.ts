/** The program at a computer that was paired: an application like any other to whoever holds it. */
import type { Application, ApplicationOptions } from './application.ts';
import { Companion } from './companion.ts';
import { contextOf } from './keeper.ts';
import { ownVersion } from './own-version.ts';
import { forgetPairing, readPairing, type LanParts } from './pairing-here.ts';
import { IncidentLog } from './platform/incident-log.ts';
import { fingerprintOf } from './platform/lan/identity.ts';
import { openLink } from './platform/lan/lan-link.ts';

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
  const at = { address, port, identity, keeperFingerprint, hello: ownVersion(), clock: ports.clock };
  const link = openLink({ ...at, ...(pace === undefined ? {} : { pace }) });
  const record = (error: unknown, operation: string) => log.record(error, operation);
  const companion = new Companion({
    ...{ link, keeper: keeperName, ports, kdfPolicy, record },
    context: contextOf(keeperFingerprint, fingerprintOf(identity.certificatePem)),
    place: { drives: ports.drives, dataFolder: folder },
    leave: async () => {
      await forgetPairing(folder);
      left();
    },
  });
  const { invoke, subscribe, ask, lock, end } = companion;
  return {
    ...{ invoke, subscribe, ask, lock, end },
    // The pages of one browser share the line: each hears of its own session alone, by its token.
    connect: () => ({ invoke, subscribe, ask, lock, end: () => lock('system') }),
    recordIncident: record,
    close: end,
  };
}
