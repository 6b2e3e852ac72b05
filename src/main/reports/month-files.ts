/** One unit from exact counts to the bytes that leave the centre. */
import { createHmac, createPrivateKey } from 'node:crypto';
import type { Centre } from '../../shared/centre/index.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import type { Paper } from '../../shared/papers/index.ts';
import {
  manifestNameOf,
  monthPaper,
  isRest,
  isYear,
  publishMonth,
  publishRest,
  publishYear,
  reportExtensions,
  reportFileName,
  roundControlled,
  schemaVersion,
  seedLabel,
  startOf,
  type EarlierUnit,
  type ExactCounts,
  type Imprint,
  type Published,
  type PublishedMonth,
  type SingleCount,
  type View,
  type YearList,
} from '../../shared/reports/index.ts';
import { contentHash } from '../papers/index.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';
import { manifestFile, reportCsv, reportJson, reportXlsx } from './files/index.ts';
import type { FrozenFile } from './repository.ts';

export type PrintPaper = (paper: Paper) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;

/** What is counted of a unit before anything is rounded. */
export type UnitToPublish = {
  readonly centre: Centre;
  readonly period: string;
  readonly counts: ExactCounts;
  readonly earlier: readonly EarlierUnit[];
  /** Acts beside the cases (T13, T14, T18). */
  readonly singleCounts: readonly SingleCount[];
  /** Months that a residual unit collects. */
  readonly collects: readonly Month[];
  readonly revision: number;
  /** The lists of a whole year, and nothing else of its counts but the total. */
  readonly lists?: readonly YearList[];
};

/** A unit ready to be frozen. */
export type MadeUnit = {
  readonly period: string;
  readonly revision: number;
  readonly publication: number;
  readonly cutOff: CivilDate;
  readonly counts: ExactCounts;
  readonly view: View | 'year';
  readonly cells: readonly { readonly exact: number; readonly rounded: number }[];
  readonly files: readonly Omit<FrozenFile, 'report_id'>[];
  readonly manifestHash: string;
};

export const mediaTypes = {
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
  const { centre, counts, ...rest } = unit;
  const options = {
    ...{ ...rest, centre: centre.code },
    startBytesOf: startBytesOf(sdcKey, centre.code, unit.period),
  };
  return isRest(unit.period) ? publishRest(counts.total, options) : publishMonth(counts, options);
}

/** The same of a whole year. */
export function yearPublicationOf({ centre, counts, lists = [], ...unit }: UnitToPublish, sdcKey: Buffer) {
  const startBytes = (group: string, period = unit.period) => startBytesOf(sdcKey, centre.code, period)(group);
  return publishYear(counts.total, lists, { ...unit, centre: centre.code, startBytesOf: startBytes });
}

/** True counts beside the published ones; of a year and of its rest nothing but the total. */
function cellsOf(unit: UnitToPublish, published: Published, sdcKey: Buffer): MadeUnit['cells'] {
  if (published.view === 'rest' || !('cells' in published))
    return [{ exact: unit.counts.total, rounded: published.total ?? 0 }];
  const start = startOf(startBytesOf(sdcKey, unit.centre.code, unit.period)('cases'));
  const rounded = roundControlled(unit.counts.cube, start);
  return unit.counts.cube.map((exact, position) => ({ exact, rounded: rounded[position] ?? 0 }));
}

export type UnitParts = {
  readonly printPaper: PrintPaper;
  readonly secrets: Pick<CentreSecrets, 'sdcKey' | 'centreSigningKey'>;
};

/** The four files and their signed manifest. */
export async function makeUnit(unit: UnitToPublish, imprint: Imprint, parts: UnitParts): Promise<MadeUnit> {
  const { centre, period, counts } = unit;
  const { sdcKey, centreSigningKey } = parts.secrets;
  const published = isYear(period) ? yearPublicationOf(unit, sdcKey) : publicationOf(unit, sdcKey);
  const paper = monthPaper(published, imprint, {
    letterhead: [centre.ministry, centre.programme, `Centro Emergencia Mujer ${centre.name}`],
    centreName: centre.name,
    practice: centre.isPractice,
  });
  const bytesOf = {
    json: reportJson(published, imprint),
    csv: reportCsv(published, imprint),
    xlsx: await reportXlsx(published, imprint),
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
  return {
    ...{ period, counts, files, revision: unit.revision, view: published.view },
    ...{ publication: imprint.publication, cutOff: imprint.cutOff, manifestHash: contentHash(manifest) },
    cells: cellsOf(unit, published, sdcKey),
  };
}
