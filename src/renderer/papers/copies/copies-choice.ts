/** What a batch of copies is, as it is chosen in the window. */
import type { CopyWay, IssuedDocument } from '../../../shared/papers/index.ts';

export type PrinterOption = { readonly name: string; readonly isDefault: boolean };

/** What the sheets of a paper are for: who receives it, its cargo, the archive of the centre. */
export type SheetRow = 'court' | 'cargo' | 'office';

export type CopiesChoice = {
  readonly documents: readonly IssuedDocument['id'][];
  /** Null: printed where there is a printer, saved where there is none. */
  readonly way: CopyWay | null;
  /** Null: the usual one of this computer. */
  readonly printer: string | null;
  readonly bothSides: boolean;
  /** As typed; null is nothing yet. */
  readonly counts: Readonly<Record<SheetRow, number | null>>;
  /** Null: as the document says it. */
  readonly recipient: string | null;
  readonly purpose: string | null;
  readonly password: string;
};

/** All that is not in reserve, one copy each for who receives it. */
export function blankChoice(documents: readonly IssuedDocument[], reserved: ReadonlySet<string>): CopiesChoice {
  const open = documents.map(({ id }) => id).filter((id) => !reserved.has(id));
  const counts = { court: 1, cargo: 0, office: 0 };
  const said = { recipient: null, purpose: null };
  return { documents: open, way: null, printer: null, bothSides: false, counts, ...said, password: '' };
}

export function wayOf({ way }: CopiesChoice, printers: readonly PrinterOption[]): CopyWay {
  return way ?? (printers.length > 0 ? 'print' : 'save');
}

export function usualPrinter(printers: readonly PrinterOption[]): string | null {
  return (printers.find(({ isDefault }) => isDefault) ?? printers[0])?.name ?? null;
}

export function copiesEach({ counts }: CopiesChoice): number {
  return (counts.court ?? 0) + (counts.cargo ?? 0) + (counts.office ?? 0);
}

/** Whether who it is for and what for stand there: said, or left to the document. */
const isAddressed = ({ recipient, purpose }: CopiesChoice) => recipient?.trim() !== '' && purpose?.trim() !== '';

export function isComplete(choice: CopiesChoice, asksPassword: boolean): boolean {
  const hasSheets = choice.documents.length > 0 && copiesEach(choice) > 0;
  return hasSheets && isAddressed(choice) && !(asksPassword && choice.password === '');
}

/** As `releaseCopies` asks for it. */
export function copiesIn(choice: CopiesChoice, printers: readonly PrinterOption[]) {
  const way = wayOf(choice, printers);
  return {
    documentIds: [...choice.documents],
    way,
    courtCopies: choice.counts.court ?? 0,
    cargoCopies: choice.counts.cargo ?? 0,
    officeCopies: choice.counts.office ?? 0,
    recipient: choice.recipient,
    purpose: choice.purpose,
    printer: way === 'print' ? (choice.printer ?? usualPrinter(printers)) : null,
    bothSides: way === 'print' && choice.bothSides,
    reprintOf: null,
  };
}
