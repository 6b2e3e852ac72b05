/** What the cells of a list say about how it must be read, and what only a person can decide. */
import {
  certainOrder,
  fieldIds,
  headerKey,
  isBlank,
  isDateField,
  isShortDocument,
  columnLetter,
  proposeColumns,
  threeNumbers,
  weighDates,
  type FieldId,
  type ImportView,
  type ListSettings,
  type SexLetter,
} from '../../shared/imports/index.ts';
import type { FileSettings, SourceTable } from './list-file.ts';

function textsOf(table: SourceTable, at: number | undefined): string[] {
  if (at === undefined) return [];
  return table.rows.flatMap(({ cells }) => {
    const cell = cells[at];
    return cell === undefined || isBlank(cell) ? [] : [cell.text.trim()];
  });
}

function dateFields(): FieldId[] {
  return fieldIds.filter(isDateField);
}

/** Dates written as text, which need an order; cells that are dates by themselves need none. */
export function writtenDates(table: SourceTable, settings: ListSettings): string[] {
  return dateFields().flatMap((field) => {
    const at = settings.columns[field];
    if (at === undefined) return [];
    return table.rows.flatMap(({ cells }) => {
      const cell = cells[at];
      return cell !== undefined && cell.date === null && threeNumbers(cell.text) !== null ? [cell.text.trim()] : [];
    });
  });
}

type SexWords = { readonly hasLetter: boolean; readonly means: SexLetter | null };

/** A lone M beside F is masculine, beside H it is a woman; alone it may be either. */
function sexWords(table: SourceTable, settings: ListSettings): SexWords {
  const words = new Set(textsOf(table, settings.columns.userSex).map(headerKey));
  const has = (...some: string[]) => some.some((word) => words.has(word));
  if (!words.has('m')) return { hasLetter: false, means: null };
  const besideF = has('f', 'fem', 'femenino', 'mujer');
  const besideH = has('h', 'hombre', 'varon', 'masculino', 'masc');
  return { hasLetter: true, means: besideF === besideH ? null : besideF ? 'male' : 'female' };
}

/** Settings of a file just read: columns by their headers, and what the cells leave no doubt about. */
export function proposeSettings(file: FileSettings, table: SourceTable): ListSettings {
  const bare: ListSettings = {
    ...file,
    dateOrder: null,
    sexLetter: null,
    padsDocument: false,
    columns: proposeColumns(table.headers),
  };
  return settled(bare, table);
}

function settled(settings: ListSettings, table: SourceTable): ListSettings {
  const dates = writtenDates(table, settings);
  return {
    ...settings,
    dateOrder: dates.length === 0 ? null : certainOrder(dates),
    sexLetter: sexWords(table, settings).means,
  };
}

function isSameColumns(one: ListSettings, other: ListSettings, fields: readonly FieldId[]): boolean {
  return fields.every((field) => one.columns[field] === other.columns[field]);
}

function isSameFile(one: FileSettings, other: FileSettings): boolean {
  return (['encoding', 'delimiter', 'sheet', 'headerLine'] as const).every((key) => one[key] === other[key]);
}

/**
 * Settings as a person changed them. Another way of reading the file starts with its own headers; other columns of dates
 * or of sex are weighed anew, so that no order outlives the dates it was read from.
 */
export function changeSettings(before: ListSettings, after: ListSettings, table: SourceTable): ListSettings {
  if (!isSameFile(before, after)) return proposeSettings(after, table);
  const fresh = settled(after, table);
  return {
    ...after,
    dateOrder: isSameColumns(before, after, dateFields()) ? after.dateOrder : fresh.dateOrder,
    sexLetter: isSameColumns(before, after, ['userSex']) ? after.sexLetter : fresh.sexLetter,
  };
}

/** What has to be decided before the rows can be checked, in words. */
export function pendingOf(settings: ListSettings, table: SourceTable): string[] {
  const { columns } = settings;
  const pending: string[] = [];
  if (columns.admittedOn === undefined) pending.push('Elija la columna de la fecha de ingreso.');
  if (columns.userNames === undefined && columns.userFirstSurname === undefined) {
    pending.push('Elija la columna de los nombres o del apellido paterno de la persona usuaria.');
  }
  if (settings.dateOrder === null && writtenDates(table, settings).length > 0) {
    pending.push('Diga en qué orden están escritas las fechas.');
  }
  if (settings.sexLetter === null && sexWords(table, settings).hasLetter) {
    pending.push('Diga qué significa la letra M en la columna del sexo.');
  }
  return pending;
}

type Profile = Pick<ImportView, 'columns' | 'dates' | 'shortDocuments' | 'asksSexLetter' | 'letterExample' | 'pending'>;

export const noProfile: Profile = {
  ...{ columns: [], dates: { possible: [], examples: [] }, shortDocuments: 0, asksSexLetter: false },
  ...{ letterExample: null, pending: [] },
};

function examplesOf(table: SourceTable, at: number): string[] {
  const filled = textsOf({ ...table, rows: table.rows.slice(0, 200) }, at);
  return [...new Set(filled)].slice(0, 3).map((text) => text.slice(0, 60));
}

function letterExample(table: SourceTable): string | null {
  const texts = [...table.headers, ...table.rows.slice(0, 500).flatMap((row) => row.cells.map((cell) => cell.text))];
  // eslint-disable-next-line no-control-regex -- everything beyond ASCII is what shows a wrong encoding
  return texts.find((text) => /[^\u0000-\u007f]/.test(text))?.slice(0, 80) ?? null;
}

/** Everything the screen of columns shows of a file. */
export function profileOf(settings: ListSettings, table: SourceTable): Profile {
  const { possible, examples } = weighDates(writtenDates(table, settings));
  const documents = [settings.columns.userDocument, settings.columns.aggressorDocument];
  return {
    columns: table.headers.map((header, at) => ({
      letter: columnLetter(at),
      header: header === '' ? '(sin título)' : header,
      examples: examplesOf(table, at),
    })),
    dates: {
      possible: [...possible],
      examples: examples.map(({ text, readings }) => ({ text, readings: [...readings] })),
    },
    shortDocuments: documents.flatMap((at) => textsOf(table, at)).filter(isShortDocument).length,
    asksSexLetter: sexWords(table, settings).hasLetter,
    letterExample: settings.encoding === null ? null : letterExample(table),
    pending: pendingOf(settings, table),
  };
}
