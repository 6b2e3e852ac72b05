/** The pack for an inspector behind the gate: looked at, and let out by two people. */
import { inspectionPaper, type inspectionContract } from '../../shared/inspection/index.ts';
import type { Paper } from '../../shared/papers/index.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { getStaff, secondPerson, type VerifySecond } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import {
  centreHead,
  commitWorking,
  deliverWorking,
  prepareWorking,
  type ReadyPaper,
  type WorkingParts,
} from '../papers/index.ts';
import { twoPhase, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import { inspectionFacts, type Period, type ProofParts } from './facts.ts';
import type { Trx } from './tables.ts';

type Contract = typeof inspectionContract;
type Parts = WorkingParts & ProofParts & { readonly verifySecond: VerifySecond };

const fileName = leavingName(['bitácora', 'informe'], 'pdf');

function composed(call: Preparation<Trx>, period: Period, second: string | null, parts: Parts): Promise<Paper> {
  return call.read(async (trx) => {
    const centre = await getCentre(trx);
    const { name, letterhead } = centreHead(centre);
    const by = (await getStaff(trx, call.session.staffId)).fullName;
    const frame = { letterhead, centre: name, isPractice: centre.isPractice, period, today: call.today, by, second };
    return inspectionPaper(await inspectionFacts(trx, period, parts), frame);
  });
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
    releaseInspection: twoPhase<Contract['releaseInspection'], Trx, ReadyPaper>({
      prepare: async (call, input) => {
        const second = await secondPerson(call, input.second, parts);
        const paper = await composed(call, input.period, second.fullName, parts);
        const copy = { recipient: 'Quien inspecciona', purpose: 'Mostrar cómo se cuidó el registro' };
        return prepareWorking(
          call,
          input,
          { kind: 'monthly-report', template: 'inspection@1', paper, fileName, copy },
          parts,
        );
      },
      commit: (unit, input, ready) => commitWorking(unit, null, input, ready),
      deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }, parts),
    }),
  };
}
