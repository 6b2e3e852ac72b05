/** Reads the cells of one row, saying at each what is doubtful. */
import type { PlaceIndex } from '../people/index.ts';
import type { CivilDate, PartialDate } from '../platform/dates.ts';
import { cleanText } from '../platform/text.ts';
import {
  columnLetter,
  emptyCell,
  isBlank,
  textCell,
  type CellProblem,
  type SourceCell,
  type SourceRow,
} from './cells.ts';
import type { FieldId } from './fields.ts';
import { readListDate } from './list-dates.ts';
import { undoTwice } from './mojibake.ts';
import type { NameLean } from './name-lean.ts';
import type { ListSettings, RowIssue } from './schema.ts';
import { nameDefect, nobodyWords } from './text-defects.ts';

/** Texts typed in the program in place of cells of the file. */
export type RowEdits = Partial<Readonly<Record<FieldId, string>>>;

export type ReadContext = {
  readonly settings: ListSettings & { readonly dateOrder: NonNullable<ListSettings['dateOrder']> };
  readonly places: PlaceIndex;
  /** Whether a word is rather a surname or a given name, by the public lists and by this one. */
  readonly lean: NameLean;
  readonly today: CivilDate;
};

export class RowReader {
  readonly issues: RowIssue[] = [];
  readonly context: ReadContext;
  readonly #row: SourceRow;
  readonly #edits: RowEdits;

  constructor(row: SourceRow, edits: RowEdits, context: ReadContext) {
    this.#row = row;
    this.#edits = edits;
    this.context = context;
  }

  say(severity: RowIssue['severity'], field: FieldId, message: string): void {
    const at = this.context.settings.columns[field];
    this.issues.push({ severity, field, column: at === undefined ? null : columnLetter(at), message });
  }

  isTyped(field: FieldId): boolean {
    return this.#edits[field] !== undefined;
  }

  /** The cell of a field; what cannot be data is told once and reads as empty. */
  cell(field: FieldId): SourceCell {
    const cell = cellOf(this.#row, field, this.context.settings, this.#edits);
    if (cell.problem !== null) {
      this.say('error', field, problemWords[cell.problem](cell.text));
      return emptyCell;
    }
    if (cell.isFormula && !isBlank(cell))
      this.say('warning', field, 'La celda tenía una fórmula: se tomó su resultado.');
    const meant = undoTwice(cell.text);
    if (meant === null) return cell;
    this.say('warning', field, `Estaba guardado con otra codificación: se leyó «${meant.slice(0, 60)}».`);
    return { ...cell, text: meant };
  }

  text(field: FieldId): string | null {
    return oneLine(this.cell(field).text);
  }

  /** A name, or null where the list says that nobody knows it. */
  name(field: FieldId): string | null {
    const { text } = this.cell(field);
    const name = oneLine(text);
    if (name === null || nobodyWords.test(name)) return null;
    const defect = nameDefect(text);
    if (defect !== null) this.say(defect.severity, field, defect.message);
    return name;
  }

  date(field: FieldId, latest: CivilDate): PartialDate | null {
    const read = readListDate(this.cell(field), this.context.settings.dateOrder, latest);
    if (!read.ok) {
      this.say('error', field, read.message);
      return null;
    }
    if (read.warning !== null) this.say('warning', field, read.warning);
    return read.date;
  }

  /** A code for the word in the cell; an unknown word is told and left unanswered. */
  code<Code>(field: FieldId, find: (text: string) => Code | null): Code | null {
    const text = this.text(field);
    if (text === null) return null;
    const code = find(text);
    if (code === null)
      this.say('warning', field, 'No se reconoce esta palabra: el dato queda sin responder en la ficha.');
    return code;
  }
}

function oneLine(text: string): string | null {
  const line = cleanText(text).replace(/\s+/g, ' ');
  return line === '' ? null : line;
}

const problemWords: Readonly<Record<CellProblem, (text: string) => string>> = {
  excelError: (text) => `La celda tiene un error de Excel (${text.trim()}). Corríjala o bórrela.`,
  merged: () => 'La celda está combinada con otra: no se sabe de qué fila es el dato. Sepárela o escríbalo.',
  formulaSign: () =>
    'Empieza con un signo de fórmula (=, +, - o @): no se sabe si falta algo. Escriba el dato sin el signo.',
};

/** The cell that a field is read from: the mended text where there is one. */
export function cellOf(row: SourceRow, field: FieldId, settings: ListSettings, edits: RowEdits): SourceCell {
  const edit = edits[field];
  if (edit !== undefined) return textCell(edit);
  const at = settings.columns[field];
  return at === undefined ? emptyCell : (row.cells[at] ?? emptyCell);
}
