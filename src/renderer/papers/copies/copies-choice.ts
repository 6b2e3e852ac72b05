/** What a batch of copies is, as it is chosen in the window. */
import type { CopyWay, IssuedDocument } from '../../../shared/papers/index.ts';

export type PrinterOption = { readonly name: string; readonly isDefault: boolean };

export type CopiesChoice = {
  readonly documents: readonly IssuedDocument['id'][];
  /** Null: printed where there is a printer, saved where there is none. */
  readonly way: CopyWay | null;
  /** Null: the usual one of this computer. */
  readonly printer: string | null;
  readonly bothSides: boolean;
  /** As typed: a number, a text that is none, or nothing. */
  readonly court: number | string | null;
  readonly office: number | string | null;
  readonly password: string;
};

/** All that is not in reserve, one copy each for who receives it. */
export function blankChoice(documents: readonly IssuedDocument[], reserved: ReadonlySet<string>): CopiesChoice {
  const open = documents.map(({ id }) => id).filter((id) => !reserved.has(id));
  return { documents: open, way: null, printer: null, bothSides: false, court: 1, office: 0, password: '' };
}

export function wayOf({ way }: CopiesChoice, printers: readonly PrinterOption[]): CopyWay {
  return way ?? (printers.length > 0 ? 'print' : 'save');
}

export function usualPrinter(printers: readonly PrinterOption[]): string | null {
  return (printers.find(({ isDefault }) => isDefault) ?? printers[0])?.name ?? null;
}

function count(value: CopiesChoice['court']): number {
  return typeof value === 'number' ? value : 0;
}

/** Copies of each document. */
export function copiesEach({ court, office }: CopiesChoice): number {
  return count(court) + count(office);
}

export function isComplete(choice: CopiesChoice, asksPassword: boolean): boolean {
  return choice.documents.length > 0 && copiesEach(choice) > 0 && !(asksPassword && choice.password === '');
}

/** As `releaseCopies` asks for it. */
export function copiesIn(choice: CopiesChoice, printers: readonly PrinterOption[]) {
  const way = wayOf(choice, printers);
  return {
    documentIds: [...choice.documents],
    way,
    courtCopies: count(choice.court),
    officeCopies: count(choice.office),
    recipient: null,
    purpose: null,
    printer: way === 'print' ? (choice.printer ?? usualPrinter(printers)) : null,
    bothSides: way === 'print' && choice.bothSides,
    reprintOf: null,
  };
}
