/** Published months as witnesses of the audit: each file says where the chain stood when it was frozen. */
import { basename } from 'node:path';
import type { Instant } from '../../shared/platform/dates.ts';
import { z } from '../../shared/platform/zod.ts';
import { tablesIn, type Trx } from './tables.ts';

export type MonthWitness = {
  readonly source: 'report';
  /** The period. */
  readonly name: string;
  readonly seq: number;
  readonly code: string;
  readonly at: Instant | null;
  readonly isProven: boolean;
};

const marked = z.object({
  centre: z.string(),
  period: z.string(),
  auditSeq: z.int().positive(),
  auditSeal: z.string().regex(/^[0-9A-Z]{10}$/),
});

function parse(text: string): z.infer<typeof marked> | null {
  try {
    return marked.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const isMonthFile = (name: string) => name.startsWith('reporte-') && name.endsWith('.json');

/** What the file of a published month witnesses; null for any other file, and for that of another centre. */
export function monthWitness(path: string, text: string, centreCode: string): MonthWitness | null {
  const found = isMonthFile(basename(path)) ? parse(text) : null;
  if (found === null || found.centre !== centreCode) return null;
  const { period: name, auditSeq: seq, auditSeal: code } = found;
  return { source: 'report', name, seq, code, at: null, isProven: false };
}

/** The months that the record keeps as they were frozen. */
export async function monthWitnesses(trx: Trx): Promise<MonthWitness[]> {
  const rows = await tablesIn(trx)
    .selectFrom('frozen_file')
    .innerJoin('frozen_report', 'frozen_report.id', 'frozen_file.report_id')
    .select(['frozen_file.name', 'frozen_file.bytes', 'frozen_report.closed_at'])
    .where('frozen_file.media_type', '=', 'application/json')
    .execute();
  return rows.flatMap(({ name, bytes, closed_at: at }) => {
    const found = isMonthFile(name) ? parse(Buffer.from(bytes).toString('utf8')) : null;
    if (found === null) return [];
    return [{ source: 'report', name: found.period, seq: found.auditSeq, code: found.auditSeal, at, isProven: true }];
  });
}
