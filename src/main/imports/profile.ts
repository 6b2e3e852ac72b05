/** What the cells of a list say about how it must be read, and what only a person can decide. */
import {
  areWholeNames,
  certainOrder,
  columnLetter,
  emptyCell,
  fieldIds,
  headerKey,
  isDateField,
  isShortDocument,
  nameFieldsOf,
  nameOrderOf,
  profileColumn,
  proposeColumns,
  rowRoles,
  splitName,
  threeNumbers,
  weighDates,
  type FieldId,
  type ListSettings,
  type NameLean,
  type RowRole,
  type SplitView,
} from '../../shared/imports/index.ts';
import { filledOf, textsOf, type FilledCell, type FileSettings, type SourceTable } from './list-file.ts';
import { orderOfColumn, publicLean } from './name-lists.ts';
import type { FileView } from './tables.ts';

const dateFields = fieldIds.filter(isDateField);

type Decision = 'dateOrder' | 'sexLetter' | 'userNameOrder' | 'aggressorNameOrder';

/** Columns whose cells a decision was taken from. */
const restsOn: Readonly<Record<Decision, readonly FieldId[]>> = {
  dateOrder: dateFields,
  sexLetter: ['userSex'],
  userNameOrder: ['userFullName'],
  aggressorNameOrder: ['aggressorFullName'],
};

/** Dates written as text, which need an order; cells that are dates by themselves need none. */
export function writtenDates(table: SourceTable, settings: ListSettings): string[] {
  return dateFields
    .flatMap((field) => filledOf(table, settings.columns[field]))
    .filter(({ cell }) => cell.date === null && threeNumbers(cell.text) !== null)
    .map(({ cell }) => cell.text.trim());
}

/** What a lone M means is never taken from the words beside it: masculine beside F, woman beside H, and often neither. */
function hasLoneM(table: SourceTable, settings: ListSettings): boolean {
  return textsOf(table, settings.columns.userSex).some((text) => headerKey(text) === 'm');
}

/** Documents of the list that lost their zeros. */
function shortDocuments(table: SourceTable, settings: ListSettings): FilledCell[] {
  const columns = [settings.columns.userDocument, settings.columns.aggressorDocument];
  return columns.flatMap((at) => filledOf(table, at)).filter(({ cell }) => isShortDocument(cell.text));
}

/** A column headed «Nombres» or «Agresor» that holds whole names, where no column holds the surnames. */
function withWholeNames(columns: ListSettings['columns'], table: SourceTable): ListSettings['columns'] {
  const found = { ...columns };
  for (const { whole, givenNames, firstSurname, surnames } of Object.values(nameFieldsOf)) {
    const at = found[givenNames];
    const hasMore = [whole, firstSurname, surnames].some((field) => found[field] !== undefined);
    if (at === undefined || hasMore || !areWholeNames(textsOf(table, at), publicLean())) continue;
    Reflect.deleteProperty(found, givenNames);
    found[whole] = at;
  }
  return found;
}

/** Settings of a file just read: columns by their headers, and what the cells leave no doubt about. */
export function proposeSettings(file: FileSettings, table: SourceTable): ListSettings {
  const bare: ListSettings = {
    ...file,
    dateOrder: null,
    sexLetter: null,
    ...{ userNameOrder: null, aggressorNameOrder: null, padsDocument: false },
    columns: withWholeNames(proposeColumns(table.headers), table),
  };
  const short = shortDocuments(table, bare);
  // A number cell has lost its zeros for certain; a text may lack any digit.
  return {
    ...bare,
    ...settled(bare, table),
    padsDocument: short.length > 0 && short.every(({ cell }) => cell.isNumber),
  };
}

/** What the cells say of each thing that may be decided. */
function settled(settings: ListSettings, table: SourceTable): Pick<ListSettings, Decision> {
  const dates = writtenDates(table, settings);
  return {
    dateOrder: dates.length === 0 ? null : certainOrder(dates),
    sexLetter: null,
    userNameOrder: orderOfColumn(table, settings.columns.userFullName),
    aggressorNameOrder: orderOfColumn(table, settings.columns.aggressorFullName),
  };
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
  const fresh = Object.entries(settled(after, table)).filter(([decision]) =>
    restsOn[decision as Decision].some((field) => before.columns[field] !== after.columns[field]),
  );
  return { ...after, ...Object.fromEntries(fresh) };
}

/** What has to be decided before the rows can be checked, in words. */
export function pendingOf(settings: ListSettings, table: SourceTable): string[] {
  const { columns } = settings;
  const pending: string[] = [];
  if (columns.admittedOn === undefined) pending.push('Elija la columna de la fecha de ingreso.');
  const { whole, surnames, givenNames, firstSurname } = nameFieldsOf.user;
  if ([whole, surnames, givenNames, firstSurname].every((field) => columns[field] === undefined)) {
    pending.push('Elija la columna de los nombres o de los apellidos de la persona usuaria.');
  }
  pending.push(...rowRoles.flatMap((role) => pendingNames(settings, role)));
  if (settings.dateOrder === null && writtenDates(table, settings).length > 0) {
    pending.push('Diga en qué orden están escritas las fechas.');
  }
  if (settings.sexLetter === null && hasLoneM(table, settings)) {
    pending.push('Diga qué significa la letra M en la columna del sexo.');
  }
  return pending;
}

const whose = { user: 'la persona usuaria', aggressor: 'la presunta persona agresora' } as const;

function pendingNames({ columns, ...settings }: ListSettings, role: RowRole): string[] {
  const { whole, surnames, ...parts } = nameFieldsOf[role];
  const has = (fields: readonly FieldId[]) => fields.some((field) => columns[field] !== undefined);
  const pending: string[] = [];
  if (has([whole]) && has([surnames, ...Object.values(parts)]))
    pending.push(`Elija para ${whose[role]} una columna con el nombre entero, o columnas separadas: no las dos.`);
  if (has([surnames]) && has([parts.firstSurname, parts.secondSurname]))
    pending.push(`Elija para ${whose[role]} una columna con los dos apellidos, o una para cada uno: no las dos.`);
  if (has([whole]) && settings[nameOrderOf[role]] === null)
    pending.push(`Diga en qué orden está escrito el nombre de ${whose[role]}.`);
  return pending;
}

function examplesOf(table: SourceTable, at: number): string[] {
  const filled = textsOf({ ...table, rows: table.rows.slice(0, 200) }, at);
  return [...new Set(filled)].slice(0, 3).map((text) => text.slice(0, 60));
}

function letterExample(table: SourceTable): string | null {
  const texts = [...table.headers, ...table.rows.slice(0, 500).flatMap((row) => row.cells.map((cell) => cell.text))];
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII is what shows a wrong encoding
  return texts.find((text) => /[^\u0000-\u007f]/.test(text))?.slice(0, 80) ?? null;
}

const shownSplits = { doubtful: 6, sure: 4 } as const;

/** How whole names of the list are parted: doubtful ones first, then some that are sure. */
function splitsOf(
  settings: ListSettings,
  table: SourceTable,
  { role, lean }: { readonly role: RowRole; readonly lean: NameLean },
): SplitView[] {
  const at = settings.columns[nameFieldsOf[role].whole];
  if (at === undefined) return [];
  const order = settings[nameOrderOf[role]];
  const all = filledOf(table, at).map(({ line, cell }) => {
    const text = cell.text.trim().replace(/\s+/g, ' ').slice(0, 120);
    return { line, text, ...splitName(text, order ?? 'surnamesFirst', lean) };
  });
  const doubtful = all.filter(({ doubt }) => doubt !== null);
  const sure = all.filter(({ doubt }) => doubt === null);
  const sample = [...doubtful.slice(0, shownSplits.doubtful), ...sure.slice(0, shownSplits.sure)];
  return [{ role, total: all.length, doubtful: doubtful.length, sample }];
}

/** Everything the screen of columns shows of a file. */
export function profileOf(settings: ListSettings, table: SourceTable, lean: NameLean): Omit<FileView, 'sheets'> {
  const { possible, examples } = weighDates(writtenDates(table, settings));
  return {
    columns: table.headers.map((header, at) => ({
      letter: columnLetter(at),
      header: header === '' ? '(sin título)' : header,
      examples: examplesOf(table, at),
      profile: profileColumn(table.rows.map(({ line, cells }) => ({ line, cell: cells[at] ?? emptyCell }))),
    })),
    splits: rowRoles.flatMap((role) => splitsOf(settings, table, { role, lean })),
    dates: {
      possible: [...possible],
      examples: examples.map(({ text, readings }) => ({ text, readings: [...readings] })),
    },
    shortDocuments: shortDocuments(table, settings).length,
    asksSexLetter: hasLoneM(table, settings),
    letterExample: settings.encoding === null ? null : letterExample(table),
    pending: pendingOf(settings, table),
  };
}
