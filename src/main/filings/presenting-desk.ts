/** What an electronic desk asks of the one PDF it takes: its size and its name, as its row of the directory says them. */
import { nameByPattern } from '../../shared/directory/index.ts';
import type { Desk } from '../../shared/filings/index.ts';
import { bareNumber } from '../../shared/papers/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { failAt, type ExpectedFailure } from '../../shared/platform/failures.ts';
import { leavingName, type LeavingName } from '../../shared/platform/file-names.ts';
import type { BundlePiece } from '../platform/paper/index.ts';
import { parsed } from '../platform/storage/rows.ts';
import type { IssuedFiling } from './presenting-repository.ts';

export const mebibyte = 1024 * 1024;

/** Of an electronic desk what its row says holds as well as what was typed: nothing larger is taken there. */
export function limitOf(limitMb: number | null, desk: Desk | null): number | null {
  const known = [limitMb, desk?.takesOneFile === true ? desk.limitMb : null].filter((one) => one !== null);
  return known.length === 0 ? null : Math.floor(Math.min(...known) * mebibyte);
}

const inMegabytes = (bytes: number) => `${(Math.ceil((bytes / mebibyte) * 10) / 10).toFixed(1)} MB`;

type Over = { readonly size: number; readonly limit: number; readonly pieces: readonly BundlePiece[] };

/** Says how much it is and how much is taken, at the annex that weighs most; at the size where there is none. */
export function overLimit({ size, limit, pieces }: Over): ExpectedFailure {
  const sizes = pieces.slice(1).flatMap((piece) => (piece.kind === 'cover' ? [] : [piece.bytes.byteLength]));
  const largest = sizes.indexOf(Math.max(...sizes));
  const whole = `El PDF pesa ${inMegabytes(size)} y esta mesa de partes recibe uno solo de hasta ${inMegabytes(limit)}.`;
  if (largest === -1) return failAt('limitMb', whole, 'bundle-over-limit');
  const own = `Este es el anexo que más pesa: ${inMegabytes(sizes[largest] ?? 0)}. Redúzcalo o quítelo.`;
  return failAt(`annexes.${largest}.title`, `${whole} ${own}`, 'bundle-over-limit');
}

type Naming = { readonly filing: IssuedFiling; readonly desk: Desk | null; readonly today: CivilDate };

/** As the desk wants it, or by the number of the writ; never by a name (S10). */
export function nameOf({ filing, desk, today }: Naming, at: number, parts: number): LeavingName {
  const part = parts > 1 ? ['parte', at + 1, 'de', parts] : [];
  const pattern = desk?.fileNamePattern ?? null;
  if (pattern === null) return leavingName(['presentación', bareNumber(filing.number), ...part], 'pdf');
  const { courtFileNumber = null } = parsed(filing.options);
  const [year, month, day] = today.split('-');
  const values = {
    expediente: courtFileNumber,
    escrito: String(filing.writ_number),
    numero: bareNumber(filing.number),
    fecha: `${day}-${month}-${year}`,
  };
  return leavingName([nameByPattern(pattern, values), ...part], 'pdf');
}
