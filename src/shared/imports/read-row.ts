/** One row of an old list becomes the facts of a closed ficha, with a sentence at each cell that is doubtful. Pure. */
import type { FichaNumber } from '../intake/index.ts';
import {
  abroadCode,
  aggressorPersonSchema,
  blankAggressor,
  blankUser,
  normalizeDocumentNumber,
  normalizePhone,
  personWarnings,
  searchPlaces,
  shareDocument,
  userPersonSchema,
  type AggressorPerson,
  type PlaceIndex,
  type UserPerson,
  type WarningContext,
} from '../people/index.ts';
import { completedYears, spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import { cleanText } from '../platform/text.ts';
import { columnLetter, emptyCell, isBlank, textCell, type SourceCell, type SourceRow } from './cells.ts';
import { bondOf, conditionOf, riskLevelOf, violenceTypeOf, type Bond } from './code-words.ts';
import { fieldOf, headerKey, type FieldId } from './fields.ts';
import { readListDate } from './list-dates.ts';
import type { ListSettings, RowIssue } from './schema.ts';

/** What a row says, fit for the record. Null = the list does not say. */
export type RowFacts = {
  readonly fichaNumber: FichaNumber | null;
  readonly admittedOn: CivilDate;
  readonly closedOn: CivilDate | null;
  readonly condition: number | null;
  readonly violenceType: number | null;
  readonly riskLevel: number | null;
  readonly user: UserPerson;
  readonly userAge: number | null;
  readonly userSex: 0 | 1 | null;
  readonly aggressor: AggressorPerson;
  readonly bond: Bond | null;
};

export type ReadRow = { readonly facts: RowFacts | null; readonly issues: readonly RowIssue[] };

/** Texts typed in the program in place of cells of the file. */
export type RowEdits = Partial<Readonly<Record<FieldId, string>>>;

export type ReadContext = {
  readonly settings: ListSettings & { readonly dateOrder: NonNullable<ListSettings['dateOrder']> };
  readonly places: PlaceIndex;
  readonly today: CivilDate;
};

class RowReader {
  readonly issues: RowIssue[] = [];
  readonly #row: SourceRow;
  readonly #edits: RowEdits;
  readonly context: ReadContext;

  constructor(row: SourceRow, edits: RowEdits, context: ReadContext) {
    this.#row = row;
    this.#edits = edits;
    this.context = context;
  }

  say(severity: RowIssue['severity'], field: FieldId, message: string): void {
    const at = this.context.settings.columns[field];
    this.issues.push({ severity, field, column: at === undefined ? null : columnLetter(at), message });
  }

  /** The cell of a field; what cannot be data is told once and reads as empty. */
  cell(field: FieldId): SourceCell {
    const cell = cellOf(this.#row, field, this.context.settings, this.#edits);
    if (cell.problem === 'excelError') {
      this.say('error', field, `La celda tiene un error de Excel (${cell.text}). Corríjala o bórrela.`);
      return emptyCell;
    }
    if (cell.problem === 'merged') {
      this.say(
        'error',
        field,
        'La celda está combinada con otra: no se sabe de qué fila es el dato. Sepárela o escríbalo.',
      );
      return emptyCell;
    }
    if (cell.isFormula && !isBlank(cell))
      this.say('warning', field, 'La celda tenía una fórmula: se tomó su resultado.');
    return cell;
  }

  text(field: FieldId): string | null {
    const text = cleanText(this.cell(field).text).replace(/\s+/g, ' ');
    return text === '' ? null : text;
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

/** The cell that a field is read from: the mended text where there is one. */
export function cellOf(row: SourceRow, field: FieldId, settings: ListSettings, edits: RowEdits): SourceCell {
  const edit = edits[field];
  if (edit !== undefined) return textCell(edit);
  const at = settings.columns[field];
  return at === undefined ? emptyCell : (row.cells[at] ?? emptyCell);
}

function wholeDay(reader: RowReader, field: FieldId, date: PartialDate | null): CivilDate | null {
  if (date === null) return null;
  const { first, last } = spanOf(date);
  if (first === last) return first;
  reader.say('error', field, 'Falta el día o el mes. Escriba día, mes y año: 05/03/2019.');
  return null;
}

const earliest = '1990-01-01';

function admission(reader: RowReader): CivilDate | null {
  const { today } = reader.context;
  const date = wholeDay(reader, 'admittedOn', reader.date('admittedOn', today));
  const isTold = reader.issues.some((issue) => issue.field === 'admittedOn' && issue.severity === 'error');
  if (date === null) {
    if (!isTold) reader.say('error', 'admittedOn', 'Falta la fecha de ingreso.');
    return null;
  }
  if (date > today) reader.say('error', 'admittedOn', 'La fecha de ingreso es futura.');
  if (date < earliest) reader.say('error', 'admittedOn', 'La fecha de ingreso es anterior a 1990. Revise el año.');
  return date;
}

function closing(reader: RowReader, admittedOn: CivilDate): CivilDate | null {
  const date = wholeDay(reader, 'closedOn', reader.date('closedOn', reader.context.today));
  if (date !== null && date < admittedOn) reader.say('error', 'closedOn', 'El cierre es anterior al ingreso.');
  return date;
}

/** `123`, `123-A`, `0123-A/2019`, `123-2019`; without a year that of the admission. */
export function readFichaNumber(text: string, year: number): FichaNumber | null {
  const match = /^(?:n[.°º]*\s*)?(\d{1,5})\s*-?\s*([a-zA-Z]{1,3})?(?:\s*[-/ ]\s*((?:19|20)\d{2}))?$/i.exec(text.trim());
  if (match === null) return null;
  const numeric = Number(match[1]);
  const ofYear = match[3] === undefined ? year : Number(match[3]);
  if (numeric < 1 || ofYear < 2000) return null;
  return { numeric, alphabetic: match[2]?.toUpperCase() ?? null, year: ofYear };
}

function fichaNumber(reader: RowReader, admittedOn: CivilDate): FichaNumber | null {
  const text = reader.text('fichaNumber');
  if (text === null) return null;
  const number = readFichaNumber(text, Number(admittedOn.slice(0, 4)));
  if (number === null) {
    reader.say('warning', 'fichaNumber', 'No tiene la forma de un número oficial (123-A/2019): la ficha queda sin él.');
  }
  return number;
}

/** Seven digits of a number cell, or of any cell: the zero that Excel takes away. */
export function isShortDocument(text: string): boolean {
  return /^\d{7}$/.test(normalizeDocumentNumber(text));
}

function documentOf(reader: RowReader, field: 'userDocument' | 'aggressorDocument'): UserPerson['document'] {
  const text = reader.text(field);
  if (text === null) return { kind: null, state: 'notAsked', number: null };
  const typed = normalizeDocumentNumber(text);
  if (isShortDocument(typed) && reader.context.settings.padsDocument) {
    reader.say('warning', field, `Se agregó el cero inicial: 0${typed}.`);
    return { kind: 'dni', state: 'known', number: `0${typed}` };
  }
  const isDni = /^\d{7,9}(?:-?[0-9A-K])?$/.test(typed);
  return { kind: isDni ? 'dni' : 'other', state: 'known', number: typed.slice(0, 40) };
}

function age(reader: RowReader, birth: PartialDate | null, admittedOn: CivilDate): number | null {
  const text = reader.text('userAge');
  if (text === null) return birth === null ? null : completedYears(birth, admittedOn);
  const match = /^(\d{1,3})(?:\.0+)?(?:\s*(?:años?|a))?\.?$/i.exec(text.normalize('NFKC'));
  const years = match === null ? null : Number(match[1]);
  if (years === null || years > 110) {
    reader.say('error', 'userAge', 'La edad va de 0 a 110 años, en números.');
    return null;
  }
  return years;
}

function sexOf(reader: RowReader): 0 | 1 | null {
  return reader.code('userSex', (text) => {
    const key = headerKey(text);
    if (['mujer', 'femenino', 'f', 'fem', '0'].includes(key)) return 0;
    if (['hombre', 'masculino', 'h', 'masc', 'varon', '1'].includes(key)) return 1;
    if (key !== 'm') return null;
    const { sexLetter } = reader.context.settings;
    return sexLetter === null ? null : sexLetter === 'male' ? 1 : 0;
  });
}

/** A code of six digits, or a district whose name is the only one of its kind. */
function districtOf(reader: RowReader): string | null {
  const text = reader.text('userDistrict');
  if (text === null) return null;
  const { places } = reader.context;
  const code = /^\d{5}$/.test(text) ? `0${text}` : text;
  if (/^\d{6}$/.test(code)) {
    if (places.byCode.has(code) || code === abroadCode) return code;
    reader.say('warning', 'userDistrict', 'Ese código de distrito no está en la tabla: queda sin distrito.');
    return null;
  }
  const [district = '', province] = text.split(',').map(headerKey);
  const named = searchPlaces(places, text).filter(
    (place) =>
      headerKey(place.district) === district && (province === undefined || headerKey(place.province) === province),
  );
  const [only] = named;
  if (named.length === 1 && only !== undefined) return only.code;
  const why = named.length === 0 ? 'No se encuentra ese distrito' : 'Hay más de un distrito con ese nombre';
  reader.say(
    'warning',
    'userDistrict',
    `${why}: queda sin distrito. Puede escribir «distrito, provincia» o el código.`,
  );
  return null;
}

/** «NN», «desconocido»: a state, never text typed as a name. */
const nobody = /^(?:nn|n n|n\.n\.?|no registra|desconocid[oa]|no identificad[oa]|ninguno|s n|sin datos?|-+)$/i;

function nameText(reader: RowReader, field: FieldId): string | null {
  const text = reader.text(field);
  return text === null || nobody.test(text) ? null : text;
}

function userOf(reader: RowReader, birth: PartialDate | null): UserPerson {
  const blank = blankUser();
  const phone = reader.text('userPhone');
  return {
    ...blank,
    givenNames: nameText(reader, 'userNames'),
    firstSurname: nameText(reader, 'userFirstSurname'),
    secondSurname: nameText(reader, 'userSecondSurname'),
    birth,
    document: documentOf(reader, 'userDocument'),
    contact: { ...blank.contact, phone: phone === null ? null : normalizePhone(phone).slice(0, 40) },
    address: { ...blank.address, districtCode: districtOf(reader) },
  };
}

function aggressorOf(reader: RowReader): AggressorPerson {
  const names = {
    givenNames: nameText(reader, 'aggressorNames'),
    firstSurname: nameText(reader, 'aggressorFirstSurname'),
    secondSurname: nameText(reader, 'aggressorSecondSurname'),
  };
  const isNamed = Object.values(names).some((name) => name !== null);
  return {
    ...blankAggressor(),
    ...names,
    nameState: isNamed ? 'known' : 'unknown',
    document: documentOf(reader, 'aggressorDocument'),
  };
}

const personFields = {
  user: {
    givenNames: 'userNames',
    firstSurname: 'userFirstSurname',
    secondSurname: 'userSecondSurname',
    'document.number': 'userDocument',
    'contact.phone': 'userPhone',
    birth: 'userBirth',
  },
  aggressor: {
    givenNames: 'aggressorNames',
    firstSurname: 'aggressorFirstSurname',
    secondSurname: 'aggressorSecondSurname',
    'document.number': 'aggressorDocument',
  },
} as const satisfies Record<string, Record<string, FieldId>>;

/** Rules of the form for both persons, each at its column; what has no column (a call that is safe) is asked later. */
function checkPersons(reader: RowReader, user: UserPerson, aggressor: AggressorPerson, context: WarningContext): void {
  const persons = [
    { role: 'user', person: user, schema: userPersonSchema },
    { role: 'aggressor', person: aggressor, schema: aggressorPersonSchema },
  ] as const;
  for (const { role, person, schema } of persons) {
    const fields: Readonly<Record<string, FieldId>> = personFields[role];
    const parsed = schema.safeParse(person);
    for (const issue of parsed.error?.issues ?? []) {
      const field = fields[issue.path.join('.')] ?? (role === 'user' ? 'userNames' : 'aggressorNames');
      reader.say('error', field, issue.message);
    }
    for (const { path, message } of personWarnings(person, role === 'user' ? context : { ...context, age: null })) {
      const field = fields[path];
      // Old lists are often all in capitals: not worth a line on every row.
      if (field !== undefined && !message.startsWith('Está todo en')) reader.say('warning', field, message);
    }
  }
  if (shareDocument(user, aggressor)) {
    reader.say('error', 'aggressorDocument', 'Es el documento de la persona usuaria. Revise cuál corresponde.');
  }
}

/** Reads one row. `facts` is null whenever an issue is an error. */
export function readRow(row: SourceRow, edits: RowEdits, context: ReadContext): ReadRow {
  const reader = new RowReader(row, edits, context);
  const admittedOn = admission(reader);
  const on = admittedOn ?? context.today;
  const birth = reader.date('userBirth', on);
  if (birth !== null && spanOf(birth).first > on)
    reader.say('error', 'userBirth', 'Nació después del ingreso. Revise la fecha.');
  const user = userOf(reader, birth);
  const aggressor = aggressorOf(reader);
  const userAge = age(reader, birth, on);
  checkPersons(reader, user, aggressor, { admittedOn: on, age: userAge });
  const facts: RowFacts = {
    fichaNumber: fichaNumber(reader, on),
    admittedOn: on,
    closedOn: closing(reader, on),
    condition: reader.code('condition', conditionOf),
    violenceType: reader.code('violenceType', violenceTypeOf),
    riskLevel: reader.code('riskLevel', riskLevelOf),
    user,
    userAge,
    userSex: sexOf(reader),
    aggressor,
    bond: reader.code('aggressorBond', bondOf),
  };
  const hasError = reader.issues.some((issue) => issue.severity === 'error');
  return { facts: hasError ? null : facts, issues: orderIssues(reader.issues) };
}

function orderIssues(issues: readonly RowIssue[]): RowIssue[] {
  return issues.toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}

/** Columns that hold a date of this list. */
export function isDateField(field: FieldId): boolean {
  return fieldOf(field).isDate === true;
}
