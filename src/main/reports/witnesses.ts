/** Published months as witnesses of the audit: where the chain stood when each was frozen. */
import { basename } from 'node:path';
import type { Witness } from '../../shared/audit/index.ts';
import { z } from '../../shared/platform/zod.ts';
import { auditHead } from '../platform/storage/audit-chain.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { listFrozen } from './repository.ts';
import type { Trx } from './tables.ts';

/** Its name is the period. */
export type MonthWitness = Witness & { readonly source: 'report' };

const sealSchema = z.string().regex(/^[0-9A-Z]{10}$/);
const markedSchema = z.union([
  // Files of before told the place in the audit.
  z.object({ centre: z.string(), period: z.string(), auditSeq: z.int().positive(), auditSeal: sealSchema }),
  z.object({
    ...{ centre: z.string(), period: z.string() },
    imprint: z.object({ publication: z.int().positive(), seal: sealSchema }),
  }),
]);

function parse(text: string): z.infer<typeof markedSchema> | null {
  try {
    return markedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const isMonthFile = (name: string) => name.startsWith('reporte-') && name.endsWith('.json');

/**
 * Reads what the file of a published month witnesses; null for any other file, and for that of another centre. A file
 * does not tell its place in the audit: the record knows it by the number of publication, and one that it has not was
 * made after everything that it has.
 */
export async function monthWitnessReader(
  trx: Trx,
  centreCode: string,
): Promise<(path: string, text: string) => MonthWitness | null> {
  const places = new Map((await listFrozen(trx)).map((one) => [one.publication, one.audit_seq]));
  const beyond = ((await auditHead(platformOf(trx)))?.seq ?? 0) + 1;
  return (path, text) => {
    const found = isMonthFile(basename(path)) ? parse(text) : null;
    if (found === null || found.centre !== centreCode) return null;
    const about = { source: 'report', at: null, isProven: false } as const;
    if ('auditSeq' in found) return { ...about, name: found.period, seq: found.auditSeq, code: found.auditSeal };
    const { publication, seal } = found.imprint;
    const seq = places.get(publication);
    if (seq !== undefined && seq !== null) return { ...about, name: found.period, seq, code: seal };
    // Brought back after a restore: the record says itself that it was made under a history that it gave up.
    if (seq === null) return null;
    return { ...about, name: `${found.period} (publicación ${publication}, que falta aquí)`, seq: beyond, code: seal };
  };
}

/** The months that the record keeps as they were frozen. */
export async function monthWitnesses(trx: Trx): Promise<MonthWitness[]> {
  return (await listFrozen(trx)).flatMap(({ period: name, audit_seq: seq, seal: code, closed_at: at }) =>
    seq === null ? [] : [{ source: 'report', name, seq, code, at, isProven: true }],
  );
}
