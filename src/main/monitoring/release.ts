/** The page of monitoring leaves as every copy does: issued, registered, then printed or saved (security design §8). */
import { monitoringPage, type Monitoring, type monitoringContract } from '../../shared/monitoring/index.ts';
import type { Paper } from '../../shared/papers/index.ts';
import type { Month } from '../../shared/platform/dates.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { getCentre } from '../centre/index.ts';
import {
  centreHead,
  commitWorking,
  deliverWorking,
  prepareWorking,
  type ReadyPaper,
  type WorkingParts,
} from '../papers/index.ts';
import { twoPhase, type CallFrame, type Preparation } from '../platform/gate/handler.ts';
import type { Trx } from './tables.ts';

type Release = (typeof monitoringContract)['releaseMonitoringPage'];
type Read = (reading: CallFrame & { readonly trx: Trx }, until: Month | null) => Promise<Monitoring>;

const fileName = leavingName(['monitoreo'], 'pdf');

type Show = (typeof monitoringContract)['monitoringPaper'];

async function composed(call: Preparation<Trx>, until: Month | null, read: Read): Promise<Paper> {
  const { page, centre } = await call.read(async (trx) => ({
    page: await read({ ...call, trx }, until),
    centre: await getCentre(trx),
  }));
  return monitoringPage(page, {
    letterhead: centreHead(centre).letterhead,
    isPractice: centre.isPractice,
    today: call.today,
  });
}

export function showHandler({ printPaper }: WorkingParts, read: Read) {
  return twoPhase<Show, Trx, { readonly bytes: Uint8Array; readonly pages: number }>({
    prepare: async (call, { until }) => printPaper(await composed(call, until, read)),
    commit: (unit, _input, { bytes, pages }) => {
      unit.note({ pages });
      const file = unit.session.files.add(fileName, 'application/pdf', bytes, 'shown');
      return Promise.resolve({ file, pages });
    },
  });
}

export function releaseHandler(parts: WorkingParts, read: Read) {
  return twoPhase<Release, Trx, ReadyPaper>({
    prepare: async (call, input) => {
      const paper = await composed(call, input.until, read);
      const made = { kind: 'monthly-report', template: 'monitoring@1', paper, fileName } as const;
      return prepareWorking(call, input, made, parts);
    },
    commit: (unit, input, ready) => commitWorking(unit, null, input, ready),
    deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
  });
}
