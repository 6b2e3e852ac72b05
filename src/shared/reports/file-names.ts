/** Names of the files that leave the centre: centre, period and version, nothing else. */
import type { Month } from '../platform/dates.ts';
import { leavingName, type LeavingName } from '../platform/file-names.ts';
import { schemaVersion } from './codes.ts';
import { isYear, periodsOfClosing } from './units.ts';

/** The files of one unit, in the order in which they are signed. */
export const reportExtensions = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type ReportExtension = (typeof reportExtensions)[number];

/** `reporte-c-0001-2026-03-v1.xlsx`. @throws RangeError for a centre whose code has other signs than its number. */
export function reportFileName(centre: string, period: string, extension: ReportExtension): LeavingName {
  const kind = isYear(period) ? 'anual' : 'reporte';
  return leavingName([kind, checked(centre), period, `v${schemaVersion}`], extension);
}

/** `lista-firmada-2026-03.json`: a residual unit goes out beside its month, its list needs a name of its own. */
export function manifestNameOf(period: string): LeavingName {
  return leavingName(['lista firmada', period], 'json');
}

/** Every name under which a month may go out: that it sets the residual unit of its quarter free is known after the closing. */
export function monthFileNames(centre: string, month: Month): LeavingName[] {
  return periodsOfClosing(month).flatMap((period) => [
    ...reportExtensions.map((extension) => reportFileName(centre, period, extension)),
    manifestNameOf(period),
  ]);
}

/** `interno-c-0001-2026-03.xlsx`: stays in the centre. @throws RangeError as above. */
export function internalFileName(centre: string, period: string, extension: 'xlsx' | 'pdf'): LeavingName {
  return leavingName(['interno', checked(centre), period], extension);
}

/** `reservado-c-0001-2026-03.xlsx.age`: for one recipient. @throws RangeError as above. */
export function reservedFileName(centre: string, month: Month, product: 'tables' | 'rows'): LeavingName {
  return leavingName(['reservado', checked(centre), month], product === 'tables' ? 'xlsx.age' : 'csv.age');
}

function checked(centre: string): string {
  if (!/^[A-Za-z0-9-]{1,20}$/.test(centre)) throw new RangeError('bad code of a centre');
  return centre;
}
