/** The page of monitoring leaves as every copy does: issued, registered, then printed or saved (security design §8). */
import { monitoringPage, type Monitoring, type monitoringContract } from '../../shared/monitoring/index.ts';
import { documentFileName, usualCopy, type Paper } from '../../shared/papers/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { fail } from '../../shared/platform/failures.ts';
import { getCentre } from '../centre/index.ts';
import {
  allowedPrinters,
  centreHead,
  choosePrinter,
  deliverCopy,
  issueDocument,
  nextNumber,
  peekNumber,
  registerCopy,
  serialNumber,
  settleCopies,
} from '../papers/index.ts';
import { twoPhase, type CallFrame, type Preparation } from '../platform/gate/handler.ts';
import type { CopyPorts } from '../platform/ports.ts';
import type { Trx } from './tables.ts';

type Release = (typeof monitoringContract)['releaseMonitoringPage'];
type Read = (reading: CallFrame & { readonly trx: Trx }, until: Month | null) => Promise<Monitoring>;

export type PageParts = {
  readonly ports: CopyPorts;
  readonly printPaper: (paper: Paper) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
};

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

export function showHandler({ printPaper }: PageParts, read: Read) {
  return twoPhase<Show, Trx, { readonly bytes: Uint8Array; readonly pages: number }>({
    prepare: async (call, { until }) => printPaper(await composed(call, until, read)),
    commit: (unit, _input, { bytes, pages }) => {
      unit.note({ pages });
      const file = unit.session.files.add(leavingName(['monitoreo'], 'pdf'), 'application/pdf', bytes, 'shown');
      return Promise.resolve({ file, pages });
    },
  });
}

type Ready = {
  readonly kind: 'monthly-report';
  readonly number: string;
  readonly sequence: number;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly printer: string | null;
};

const series = 'clock' as const;
const yearOf = ({ today }: { readonly today: CivilDate }) => Number(today.slice(0, 4));

export function releaseHandler({ ports, printPaper }: PageParts, read: Read) {
  return twoPhase<Release, Trx, Ready>({
    prepare: async (call, { until, way, printer }) => {
      const to = way === 'print' ? await choosePrinter(ports.printer, printer, await call.read(allowedPrinters)) : null;
      const sequence = await call.read((trx) => peekNumber(trx, series, yearOf(call)));
      const number = serialNumber(series, yearOf(call), sequence);
      const paper = await composed(call, until, read);
      // The title holds the number first: what a changed file is found by.
      const { bytes, pages } = await printPaper({ ...paper, number, title: `${number} · ${paper.title}` });
      return { kind: 'monthly-report', number, sequence, title: paper.title, bytes, pages, printer: to };
    },
    commit: async (unit, { way }, ready): Promise<OutputOf<Release>> => {
      if ((await nextNumber(unit.trx, series, yearOf(unit))) !== ready.sequence) throw fail('conflict', 'number-taken');
      const { kind, number, title, bytes, pages, printer } = ready;
      const made = { caseId: null, kind, number, title, template: 'monitoring@1', bytes, pages, missingReason: null };
      const { id: documentId } = await issueDocument(unit, made);
      const leaving = { documentId, way, ...usualCopy[kind], bytes, printer, batchId: unit.newId(), bundleId: null };
      const copy = await registerCopy(unit, leaving);
      unit.note({ copy: copy.number, way, pages });
      return { number: copy.number, file: null };
    },
    deliver: async (call, { way }, output, ready) => {
      const name = documentFileName(ready, 'pdf');
      const { end, failure, saved } = await deliverCopy(ports, way, { name, bytes: ready.bytes }, ready);
      await settleCopies(call, [{ number: output.number, end: failure === null ? 'sent' : 'failed', saved }]);
      if (failure !== null) throw failure;
      if (end !== 'handed-back') return output;
      return { ...output, file: call.session.files.add(name, 'application/pdf', ready.bytes, 'copy') };
    },
  });
}
