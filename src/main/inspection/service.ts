/** The pack for an inspector behind the gate: looked at, and let out by two people. */
import {
  inspectionFiles,
  inspectionPaper,
  inspectionTableHead,
  inspectionTables,
  type inspectionContract,
} from '../../shared/inspection/index.ts';
import type { Paper } from '../../shared/papers/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { getStaff, secondPerson, type VerifySecond } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import {
  centreHead,
  deliverCopy,
  deliverWorking,
  issueWorking,
  prepareWorking,
  registerCopy,
  settleCopies,
  type ReadyPaper,
  type WorkingParts,
} from '../papers/index.ts';
import { csvBytes } from '../platform/csv.ts';
import { twoPhase, type Delivery, type Handlers, type Preparation, type Unit } from '../platform/gate/handler.ts';
import { inspectionFacts, type Period, type ProofParts } from './facts.ts';
import type { Trx } from './tables.ts';

type Contract = typeof inspectionContract;
type Parts = WorkingParts & ProofParts & { readonly verifySecond: VerifySecond };

const { pages: fileName, tables: tablesName } = inspectionFiles;
const recipient = 'Quien inspecciona';

type Release = InputOf<Contract['releaseInspection']>;
type Released = OutputOf<Contract['releaseInspection']>;
type Ready = { readonly pack: ReadyPaper; readonly tables: Uint8Array };

function composed(call: Preparation<Trx>, period: Period, second: string | null, parts: Parts): Promise<Paper> {
  return call.read(async (trx) => {
    const centre = await getCentre(trx);
    const { name, letterhead } = centreHead(centre);
    const by = (await getStaff(trx, call.session.staffId)).fullName;
    const frame = { letterhead, centre: name, isPractice: centre.isPractice, period, today: call.today, by, second };
    return inspectionPaper(await inspectionFacts(trx, period, parts), frame);
  });
}

/** A file leaves with its tables as CSV: two copies of one paper, each with its number and its end. */
async function register(unit: Unit<Trx>, { way }: Release, { pack, tables }: Ready): Promise<Released> {
  const { documentId, released } = await issueWorking(unit, null, { way }, pack);
  if (way === 'print') return { ...released, tables: null };
  const leaving = { documentId, way, recipient, purpose: 'Sus tablas, en CSV', bytes: tables, printer: null };
  const own = { batchId: unit.newId(), bundleId: null, format: null };
  const { number } = await registerCopy(unit, { ...leaving, ...own });
  return { ...released, tables: { number, file: null } };
}

async function deliver(
  call: Delivery<Trx>,
  { way }: Release,
  { output, ready }: { readonly output: Released; readonly ready: Ready },
): Promise<Released> {
  const { tables } = output;
  const sent = await deliverWorking(call, { output, ready: ready.pack, way }).catch(async (error: unknown) => {
    // The pages did not leave: nor do their tables.
    if (tables !== null) await settleCopies(call, [{ number: tables.number, end: 'failed', saved: null }]);
    throw error;
  });
  if (tables === null) return { ...sent, tables };
  const { end, failure, saved } = await deliverCopy(call, way, { name: tablesName, bytes: ready.tables });
  await settleCopies(call, [{ number: tables.number, end: failure === null ? 'sent' : 'failed', saved }]);
  if (failure !== null) throw failure;
  const file = end === 'handed-back' ? call.session.files.add(tablesName, 'text/csv', ready.tables, 'copy') : null;
  return { ...sent, tables: { ...tables, file } };
}

export function inspectionHandlers(parts: Parts): Handlers<Contract, Trx> {
  return {
    showInspection: twoPhase<Contract['showInspection'], Trx, { readonly bytes: Uint8Array; readonly pages: number }>({
      prepare: async (call, { period }) => parts.printPaper(await composed(call, period, null, parts)),
      commit: (unit, _input, { bytes, pages }) => {
        unit.note({ pages });
        return Promise.resolve({ file: unit.session.files.add(fileName, 'application/pdf', bytes, 'shown'), pages });
      },
    }),
    releaseInspection: twoPhase<Contract['releaseInspection'], Trx, Ready>({
      prepare: async (call, input) => {
        const second = await secondPerson(call, input.second, parts);
        const paper = await composed(call, input.period, second.fullName, parts);
        const copy = { recipient, purpose: 'Mostrar cómo se cuidó el registro' };
        const made = { kind: 'monthly-report', template: 'inspection@1', paper, fileName, copy } as const;
        return {
          pack: await prepareWorking(call, input, made, parts),
          tables: csvBytes([inspectionTableHead, ...inspectionTables(paper)]),
        };
      },
      commit: register,
      deliver: (call, input, output, ready) => deliver(call, input, { output, ready }),
    }),
  };
}
