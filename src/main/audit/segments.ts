/** Papers of the start keys: handed out once their segment began, and begun anew when one was lost or seen. */
import { segmentSheet, type auditContract } from '../../shared/audit/index.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { getCentre } from '../centre/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { startNewSegment } from '../platform/storage/audit-chain.ts';
import type { AuditLog } from './log.ts';
import type { SegmentKeys } from './segment-keys.ts';
import type { SheetParts } from './sheets.ts';
import type { Trx } from './tables.ts';

type Contract = typeof auditContract;
type Ready = { readonly segment: number; readonly bytes: Uint8Array };

export type SegmentParts = SheetParts & { readonly audit: AuditLog };

/** Begins the next segment in the transaction of a call, and keeps its key until it is on paper. */
export async function beginSegment(
  trx: Trx,
  { audit, segments }: { readonly audit: AuditLog; readonly segments: SegmentKeys },
  staffId: string,
): Promise<number> {
  const begun = await startNewSegment(trx, audit.firstEntry('audit.segmentStarted', staffId));
  segments.keep(begun);
  return begun.segment;
}

const fileName = leavingName(['clave inicial de la bitácora'], 'pdf');

type Handled = 'printSegmentSheet' | 'takeSegmentKey' | 'startSegment';

export function segmentHandlers(parts: SegmentParts): Pick<Handlers<Contract, Trx>, Handled> {
  const { segments } = parts;
  return {
    printSegmentSheet: twoPhase<Contract['printSegmentSheet'], Trx, Ready>({
      prepare: async (call) => {
        const { held, centre } = await call.read(async (trx) => ({
          held: await segments.read(trx),
          centre: await getCentre(trx),
        }));
        const { bytes } = await parts.printPaper(segmentSheet(centre, held, call.today));
        return { segment: held.segment, bytes };
      },
      commit: async (unit, { way }, { segment, bytes }) => {
        await segments.handOut(unit.trx, segment);
        unit.note({ segment, way });
        const use = { kind: 'segment-sheet' } as const;
        const file = way === 'save' ? unit.session.files.add(fileName, 'application/pdf', bytes, use) : null;
        return { segment, file };
      },
      deliver: async (call, { way }, _output, { bytes }) => {
        // What is saved leaves with `saveFile`, which registers it.
        if (way === 'save') return;
        const { failure } = await parts.sendPaper(call, way, { name: fileName, bytes });
        if (failure !== null) throw failure;
      },
    }),
    takeSegmentKey: inside(async (unit) => {
      const { segment, first, key } = await segments.read(unit.trx);
      await segments.handOut(unit.trx, segment);
      unit.note({ segment });
      return { segment, first, key };
    }),
    startSegment: inside(async (unit) => {
      const segment = await beginSegment(unit.trx, parts, unit.session.staffId);
      unit.note({ segment });
      return segments.state(unit.trx);
    }),
  };
}
