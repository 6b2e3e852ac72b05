/** One unit from exact counts to the bytes that leave the centre. */
import { createHmac, createPrivateKey } from 'node:crypto';
import type { Centre } from '../../shared/centre/index.ts';
import type { Paper } from '../../shared/papers/index.ts';
import {
  manifestNameOf,
  monthPaper,
  publishMonth,
  reportExtensions,
  reportFileName,
  roundControlled,
  schemaVersion,
  seedLabel,
  startOf,
  type AuditMark,
  type EarlierUnit,
  type ExactCounts,
  type PublishedMonth,
} from '../../shared/reports/index.ts';
import { contentHash } from '../papers/index.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';
import { manifestFile, reportCsv, reportJson, reportXlsx } from './files/index.ts';
import type { FrozenFile } from './repository.ts';

export type PrintPaper = (paper: Paper) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;

export type UnitToPublish = {
  readonly centre: Centre;
  readonly period: string;
  readonly counts: ExactCounts;
  readonly earlier: readonly EarlierUnit[];
};

/** A unit ready to be frozen. */
export type MadeUnit = {
  readonly period: string;
  readonly counts: ExactCounts;
  readonly view: PublishedMonth['view'];
  readonly cells: readonly { readonly exact: number; readonly rounded: number }[];
  readonly files: readonly Omit<FrozenFile, 'report_id'>[];
  readonly manifestHash: string;
};

const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

function startBytesOf(sdcKey: Buffer, centre: string, period: string) {
  return (group: string): Uint8Array =>
    createHmac('sha256', sdcKey)
      .update(seedLabel({ centre, period, group, schema: schemaVersion }))
      .digest();
}

/** The publication, the same for the draft and the final: one label, one start (disclosure §6). */
export function publicationOf(unit: UnitToPublish, sdcKey: Buffer): PublishedMonth {
  return publishMonth(unit.counts, {
    centre: unit.centre.code,
    period: unit.period,
    startBytesOf: startBytesOf(sdcKey, unit.centre.code, unit.period),
    earlier: unit.earlier,
  });
}

/** The four files and their signed manifest. `audit` is the witness printed in each of them. */
export async function makeUnit(
  unit: UnitToPublish,
  audit: AuditMark,
  parts: { readonly printPaper: PrintPaper; readonly secrets: Pick<CentreSecrets, 'sdcKey' | 'centreSigningKey'> },
): Promise<MadeUnit> {
  const { centre, period, counts } = unit;
  const { sdcKey, centreSigningKey } = parts.secrets;
  const published = publicationOf(unit, sdcKey);
  const paper = monthPaper(published, audit, {
    letterhead: [centre.ministry, centre.programme, `Centro Emergencia Mujer ${centre.name}`],
    centreName: centre.name,
    practice: centre.isPractice,
  });
  const bytesOf = {
    json: reportJson(published, audit),
    csv: reportCsv(published, audit),
    xlsx: await reportXlsx(published, audit),
    pdf: (await parts.printPaper(paper)).bytes,
  };
  const entries = reportExtensions.map((extension) => ({
    name: reportFileName(centre.code, period, extension),
    media_type: mediaTypes[extension],
    bytes: bytesOf[extension],
  }));
  const signingKey = createPrivateKey({ key: centreSigningKey, format: 'der', type: 'pkcs8' });
  const manifest = manifestFile({ centre: centre.code, period, schemaVersion }, entries, signingKey);
  const files = [...entries, { name: manifestNameOf(period), media_type: mediaTypes.json, bytes: manifest }].map(
    (file) => ({ ...file, sha256: contentHash(file.bytes) }),
  );
  const rounded = roundControlled(counts.cube, startOf(startBytesOf(sdcKey, centre.code, period)('cases')));
  const cells = counts.cube.map((exact, position) => ({ exact, rounded: rounded[position] ?? 0 }));
  return { period, counts, view: published.view, cells, files, manifestHash: contentHash(manifest) };
}
