/** Files of many centres, one at a time: what may be added up, and why the rest may not. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseReportJson, readManifest, verifyListed } from '../../../src/main/reports/files/index.ts';
import { keyFingerprint } from '../../../src/main/platform/crypto/fingerprint.ts';
import { isRest, manifestNameOf, reportFileName, type ReportFile } from '../../../src/shared/reports/index.ts';
import { Told } from '../told.ts';
import type { KnownCentre } from './keys.ts';

/** Why a file is not in the sums. */
export const refusalWords = {
  unreadable: 'No se pudo leer.',
  schema: 'No es un reporte de este programa, o está dañado.',
  version: 'Es de una versión anterior de las tablas. Pida al centro el archivo de la versión actual.',
  name: 'Su nombre no es el de su contenido: fue renombrado.',
  'unknown-centre': 'Su centro no está en la lista de claves.',
  'no-list': 'Falta a su lado la lista firmada de su periodo.',
  list: 'Su lista firmada está dañada o es de otro centro o periodo.',
  'other-key': 'Está firmado con una clave que no es la del centro.',
  altered: 'La firma no corresponde: el archivo o su lista fueron cambiados.',
  sums: 'Sus celdas no suman su total.',
  early: 'Su corte es anterior al fin de su periodo.',
  'other-year': 'Es de otro año.',
  repeated: 'Es igual a otro ya sumado.',
  'two-versions': 'Hay otro distinto del mismo centro, periodo y revisión: no se sumó ninguno.',
  replaced: 'Lo reemplaza una revisión posterior.',
} as const;
export type RefusalKind = keyof typeof refusalWords;
/** Nothing is wrong with these: what they say is in the sums by another file. */
export const harmless: readonly RefusalKind[] = ['repeated', 'replaced'];

export type Refusal = {
  readonly file: string;
  readonly kind: RefusalKind;
  readonly centre: string | null;
  readonly period: string | null;
};

/** What is remembered of a file that may be added up, until all have been seen. */
export type Accepted = {
  readonly file: string;
  readonly centre: string;
  readonly period: string;
  readonly revision: number;
  readonly sha256: string;
};

/** No published unit is a tenth as long. */
const longest = 1_000_000;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Names of reports below a folder, never through a link. @throws Told */
export async function* reportsBelow(folder: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (entry.isFile() && /^reporte-.*\.json$/.test(entry.name)) yield join(entry.parentPath, entry.name);
    }
  } catch {
    throw new Told(`No se pudo leer la carpeta ${folder}.`);
  }
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return statSync(file).size > longest ? null : readFileSync(file);
  } catch {
    return null;
  }
}

function parse(bytes: Uint8Array): ReportFile | 'schema' | 'version' {
  try {
    return parseReportJson(bytes);
  } catch {
    return /"schemaVersion":\s*1\b/.test(Buffer.from(bytes.subarray(0, 400)).toString()) ? 'version' : 'schema';
  }
}

function publicKeyOf(spki: string): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

const lastMonths = { Q1: '03', Q2: '06', Q3: '09', Q4: '12' } as const;

/** Last month that a unit counts: `2026-12` for the rest of a year. */
export function lastMonthOf(period: string): string {
  const quarter = /-(Q[1-4])-/.exec(period)?.[1] as keyof typeof lastMonths | undefined;
  if (isRest(period)) return `${period.slice(0, 4)}-12`;
  return quarter === undefined ? period : `${period.slice(0, 4)}-${lastMonths[quarter]}`;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** Every table over the cases of a unit has its total. */
function addsUp({ view, cells, margins, tables, total }: ReportFile): boolean {
  if (view === 'band') return total === null && cells.length === 0 && tables.length === 0;
  if (total === null || (view === 'rest') !== (margins === null)) return false;
  const lists = [
    ...(margins === null ? [] : [cells.map(({ count }) => count), margins.type, margins.age, margins.sex ?? [total]]),
    ...tables
      .filter(({ id }) => !['T1', 'T2', 'T13', 'T14', 'T18'].includes(id))
      .map(({ rows }) => rows.filter(({ code }) => !/total/.test(code)).map(({ values }) => values[0] ?? 0)),
  ];
  return lists.every((list) => sumOf(list) === total);
}

/** Signed by the centre that the list of keys knows, byte by byte; else why not. */
function signatureFault(file: string, bytes: Uint8Array, report: ReportFile, known: KnownCentre): RefusalKind | null {
  const list = bytesOf(join(dirname(file), manifestNameOf(report.period)));
  if (list === null) return 'no-list';
  const said = readManifest(list);
  const key = said === null ? null : publicKeyOf(said.publicKey);
  if (said === null || key === null || said.centre !== report.centre || said.period !== report.period) return 'list';
  if (keyFingerprint(key) !== known.fingerprint) return 'other-key';
  return verifyListed(list, [{ name: basename(file), bytes }], key) ? null : 'altered';
}

export type Read = { readonly report: ReportFile; readonly accepted: Accepted } | Refusal;

/** One file, checked from its bytes to its sums. */
export function readReport(file: string, keys: ReadonlyMap<string, KnownCentre>): Read {
  const refuse = (kind: RefusalKind, report?: ReportFile): Refusal => ({
    ...{ file, kind, centre: report?.centre ?? null, period: report?.period ?? null },
  });
  const bytes = bytesOf(file);
  if (bytes === null) return refuse('unreadable');
  const report = parse(bytes);
  if (typeof report === 'string') return refuse(report);
  const { centre, period, revision } = report;
  if (basename(file) !== String(reportFileName(centre, period, 'json'))) return refuse('name', report);
  const known = keys.get(centre);
  if (known === undefined) return refuse('unknown-centre', report);
  const fault = signatureFault(file, bytes, report, known);
  if (fault !== null) return refuse(fault, report);
  if (!addsUp(report)) return refuse('sums', report);
  if (report.imprint.cutOff.slice(0, 7) <= lastMonthOf(period)) return refuse('early', report);
  return { report, accepted: { file, centre, period, revision, sha256: hashOf(bytes) } };
}

/** The same bytes as when they were checked. @throws Told when the file changed meanwhile */
export function readAgain({ file, sha256 }: Accepted): ReportFile {
  const bytes = bytesOf(file);
  if (bytes === null || hashOf(bytes) !== sha256)
    throw new Told(`${file} cambió mientras se sumaba. Empiece otra vez.`);
  return parseReportJson(bytes);
}

/** Of each centre and period one file: the latest revision, and of equal ones the first by name. */
export function chooseOne(accepted: readonly Accepted[]): { chosen: Accepted[]; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const refuse = ({ file, centre, period }: Accepted, kind: RefusalKind) => {
    refusals.push({ file, kind, centre, period });
  };
  const groups = Map.groupBy(
    accepted.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    ({ centre, period }) => `${centre} ${period}`,
  );
  const chosen: Accepted[] = [];
  for (const group of groups.values()) {
    const latest = Math.max(...group.map(({ revision }) => revision));
    for (const one of group) if (one.revision < latest) refuse(one, 'replaced');
    const [first, ...others] = group.filter(({ revision }) => revision === latest);
    if (first === undefined) continue;
    const isOne = others.every(({ sha256 }) => sha256 === first.sha256);
    if (isOne) chosen.push(first);
    else refuse(first, 'two-versions');
    for (const one of others) refuse(one, isOne ? 'repeated' : 'two-versions');
  }
  return { chosen, refusals };
}
