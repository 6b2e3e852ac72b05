/** One row of an old list becomes the facts of a closed ficha, with a sentence at each cell that is doubtful. Pure. */
import type { FichaNumber } from '../intake/index.ts';
import {
  abroadCode,
  aggressorPersonSchema,
  blankAggressor,
  blankUser,
  personWarnings,
  searchPlaces,
  shareDocument,
  userPersonSchema,
  type AggressorPerson,
  type UserPerson,
  type WarningContext,
} from '../people/index.ts';
import { completedYears, spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import type { SourceRow } from './cells.ts';
import { bondOf, conditionOf, riskLevelOf, violenceTypeOf, type Bond } from './code-words.ts';
import { issueSeverities, type RowRole } from './codes.ts';
import { fieldOf, headerKey, nameFieldsOf, nameParts, type FieldId } from './fields.ts';
import { readDocument, readPhone } from './read-document.ts';
import { isOneName, readNames } from './read-names.ts';
import { RowReader, type ReadContext, type RowEdits } from './row-reader.ts';
import type { RowIssue } from './schema.ts';
import type { NameParts } from './split-name.ts';

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
  /** Ages that the list itself tells, on the day of the admission. */
  readonly toldAges: Readonly<Record<RowRole, number | null>>;
  readonly userSex: 0 | 1 | null;
  readonly aggressor: AggressorPerson;
  readonly bond: Bond | null;
};

export type ReadRow = {
  readonly facts: RowFacts | null;
  readonly issues: readonly RowIssue[];
  /** As they were parted or stand apart, also where the row cannot go in. */
  readonly names: Readonly<Record<RowRole, NameParts>>;
};

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
  if (number !== null && number.year !== Number(admittedOn.slice(0, 4)))
    reader.say('warning', 'fichaNumber', 'Su año no es el de la fecha de ingreso. Revise cuál corresponde.');
  if (number === null) {
    reader.say('warning', 'fichaNumber', 'No tiene la forma de un número oficial (123-A/2019): la ficha queda sin él.');
  }
  return number;
}

function toldAge(reader: RowReader, field: 'userAge' | 'aggressorAge'): number | null {
  const text = reader.text(field);
  if (text === null || /^-+$/.test(text)) return null;
  const match = /^(\d{1,3})(?:\.0+)?(?:\s*(?:años?|a))?\.?$/i.exec(text.normalize('NFKC'));
  const years = match === null ? null : Number(match[1]);
  if (years === null || years > 110) {
    reader.say('error', field, 'La edad va de 0 a 110 años, en números.');
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

function userOf(reader: RowReader, birth: PartialDate | null): UserPerson {
  const blank = blankUser();
  return {
    ...blank,
    ...readNames(reader, 'user'),
    birth,
    document: readDocument(reader, 'userDocument'),
    contact: { ...blank.contact, phone: readPhone(reader, 'userPhone') },
    address: { ...blank.address, districtCode: districtOf(reader) },
  };
}

function aggressorOf(reader: RowReader): AggressorPerson {
  const names = readNames(reader, 'aggressor');
  const isNamed = Object.values(names).some((name) => name !== null);
  return {
    ...blankAggressor(),
    ...names,
    nameState: isNamed ? 'known' : 'unknown',
    document: readDocument(reader, 'aggressorDocument'),
  };
}

const personFields = {
  user: {
    ...nameFieldsOf.user,
    'document.number': 'userDocument',
    'contact.phone': 'userPhone',
    birth: 'userBirth',
  },
  aggressor: { ...nameFieldsOf.aggressor, 'document.number': 'aggressorDocument' },
} as const satisfies Record<string, Record<string, FieldId>>;

/** The column in which a person stands by name, where what concerns the whole name is told. */
function nameColumn(reader: RowReader, role: RowRole): FieldId {
  const { whole, givenNames } = nameFieldsOf[role];
  return reader.context.settings.columns[whole] === undefined ? givenNames : whole;
}

/** Where a part of a name is told that has no column of its own. */
function columnOf(reader: RowReader, role: RowRole, field: FieldId | undefined): FieldId | undefined {
  const parts = nameParts.map((part): FieldId => nameFieldsOf[role][part]);
  const isPart = field !== undefined && parts.includes(field);
  return isPart && reader.context.settings.columns[field] === undefined ? nameColumn(reader, role) : field;
}

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
      const field = columnOf(reader, role, fields[issue.path.join('.')]) ?? nameColumn(reader, role);
      reader.say('error', field, issue.message);
    }
    for (const { path, message } of personWarnings(person, role === 'user' ? context : { ...context, age: null })) {
      const field = columnOf(reader, role, fields[path]);
      // Old lists are often all in capitals: not worth a line on every row.
      if (field !== undefined && !message.startsWith('Está todo en')) reader.say('warning', field, message);
    }
  }
  if (isOneName(user, aggressor)) {
    const message =
      'Tiene el nombre de la persona usuaria: quizá es la misma. Corríjalo, o confirme que son dos personas.';
    reader.say('ask', nameColumn(reader, 'aggressor'), message);
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
  if (birth?.year === 1900)
    reader.say('ask', 'userBirth', 'Excel escribe 1900 donde no hay fecha. Bórrela, o confírmela.');
  const toldUserAge = toldAge(reader, 'userAge');
  const userAge = toldUserAge ?? (birth === null ? null : completedYears(birth, on));
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
    toldAges: { user: toldUserAge, aggressor: toldAge(reader, 'aggressorAge') },
    userSex: sexOf(reader),
    aggressor,
    bond: reader.code('aggressorBond', bondOf),
  };
  const hasError = reader.issues.some((issue) => issue.severity === 'error');
  return { facts: hasError ? null : facts, issues: orderIssues(reader.issues), names: { user, aggressor } };
}

/** The gravest first; what two readings of one cell say is said once. */
function orderIssues(issues: readonly RowIssue[]): RowIssue[] {
  const rank = ({ severity }: RowIssue) => issueSeverities.indexOf(severity);
  const once = new Map(issues.map((issue) => [`${issue.field ?? ''} ${issue.message}`, issue]));
  return [...once.values()].toSorted((one, other) => rank(one) - rank(other));
}

/** Columns that hold a date of this list. */
export function isDateField(field: FieldId): boolean {
  return fieldOf(field).isDate === true;
}
