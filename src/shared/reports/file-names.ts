/** Names of the files that leave the centre: centre, period and version, nothing else. */
import { schemaVersion } from './codes.ts';

export type ReportExtension = 'json' | 'csv' | 'xlsx' | 'pdf';

/** `reporte-c-0001-2026-03-v1.xlsx`. @throws RangeError when it would not be `^[a-z0-9.-]{1,64}$`. */
export function reportFileName(centre: string, period: string, extension: ReportExtension): string {
  return checked(`reporte-${centre}-${period}-v${schemaVersion}.${extension}`.toLowerCase());
}

/** `interno-c-0001-2026-03.xlsx`: stays in the centre. @throws RangeError as above. */
export function internalFileName(centre: string, period: string, extension: 'xlsx' | 'pdf'): string {
  return checked(`interno-${centre}-${period}.${extension}`.toLowerCase());
}

function checked(name: string): string {
  if (!/^[a-z0-9.-]{1,64}$/.test(name)) throw new RangeError('bad file name of a report');
  return name;
}
