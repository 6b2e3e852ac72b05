/** Names of the files that leave the centre: centre, period and version, nothing else. */
import { monthSchema, type Month } from '../platform/dates.ts';
import { schemaVersion } from './codes.ts';
import { isQuarterEnd, residualPeriodOf } from './residual.ts';

/** The files of one unit, in the order in which they are signed. */
export const reportExtensions = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type ReportExtension = (typeof reportExtensions)[number];

/** `reporte-c-0001-2026-03-v1.xlsx`. @throws RangeError when it would not be `^[a-z0-9.-]{1,64}$`. */
export function reportFileName(centre: string, period: string, extension: ReportExtension): string {
  return checked(`reporte-${centre}-${period}-v${schemaVersion}.${extension}`.toLowerCase());
}

/** A residual unit goes out beside its month: its manifest needs a name of its own. */
export function manifestNameOf(period: string): string {
  return monthSchema.safeParse(period).success ? 'manifest.json' : `manifest-${period.toLowerCase()}.json`;
}

/** Every name under which a month may go out: that it sets the residual unit of its quarter free is known after the closing. */
export function monthFileNames(centre: string, month: Month): string[] {
  const periods = isQuarterEnd(month) ? [month, residualPeriodOf(month)] : [month];
  return periods.flatMap((period) => [
    ...reportExtensions.map((extension) => reportFileName(centre, period, extension)),
    manifestNameOf(period),
  ]);
}

/** `interno-c-0001-2026-03.xlsx`: stays in the centre. @throws RangeError as above. */
export function internalFileName(centre: string, period: string, extension: 'xlsx' | 'pdf'): string {
  return checked(`interno-${centre}-${period}.${extension}`.toLowerCase());
}

function checked(name: string): string {
  if (!/^[a-z0-9.-]{1,64}$/.test(name)) throw new RangeError('bad file name of a report');
  return name;
}
