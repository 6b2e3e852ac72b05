/** Words and colours of the states of a sheet, of its lines and of blank papers. */
import {
  fichaNumberWords,
  type BlankPaperLine,
  type SheetLine,
  type SheetProgress,
} from '../../shared/register/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Tone } from '../platform/ui/index.ts';

export const issuedPath = '/casos/$caseId/documentos/emitido/$documentId';

export const sheetTones = {
  pending: 'warning',
  registered: 'done',
  changed: 'error',
} as const satisfies Record<SheetProgress['state'], Tone>;

type Number = Parameters<typeof fichaNumberWords>[0];

/** «Por registrar», «Registrada (N.º 123-B · 2026, 10/06/2026)», «Por actualizar». */
export function sheetStateWords(
  state: SheetProgress['state'],
  number: Number | null,
  registeredOn: CivilDate | null,
): string {
  if (state === 'pending') return 'Por registrar';
  if (state === 'changed') return 'Por actualizar';
  const parts = [
    number === null ? null : `N.º ${fichaNumberWords(number)}`,
    registeredOn === null ? null : formatCivilDate(registeredOn),
  ].filter((part) => part !== null);
  return `Registrada (${parts.join(', ')})`;
}

/** Whether the line is one to pass: it has an answer, or had one that was passed. */
export function isToPass(line: SheetLine): boolean {
  return line.state !== null && (line.value !== '' || line.isWithheld || line.state !== 'todo');
}

/** «A.4 Sexo»: how a line is read aloud. */
export function lineName({ item, label }: Pick<SheetLine, 'item' | 'label'>): string {
  return item === '' ? label : `${item} ${label}`;
}

export const paperTones = {
  unused: 'warning',
  used: 'done',
  voided: 'neutral',
} as const satisfies Record<BlankPaperLine['state'], Tone>;

/** Why the number or the date of a registration is corrected; words only for «Otro» (D6). */
export const correctionReasons = [
  { code: 'number', label: 'Se escribió mal el número' },
  { code: 'date', label: 'Se escribió mal la fecha' },
  { code: 'central', label: 'El registro central dio otro número' },
  { code: 'other', label: 'Otro' },
] as const;

/** Why a blank paper is not used any more. */
export const voidReasons = [
  { code: 'printing', label: 'Salió mal de la impresora' },
  { code: 'spoiled', label: 'Se manchó o se rompió' },
  { code: 'notNeeded', label: 'No se necesitó' },
  { code: 'lost', label: 'No se encuentra' },
  { code: 'other', label: 'Otro' },
] as const;
