/** What the form holds beside questions: header, identity of the persons, the account, the date of the event. */
import { appraisals, caseConditions, formSections } from '../intake/index.ts';
import {
  documentKindLabels,
  documentStateLabels,
  streetKindLabels,
  streetKinds,
  type Address,
  type Informant,
  type StreetKind,
  type UserPerson,
} from '../people/index.ts';
import type { PartialDate } from '../platform/dates.ts';
import type { Block } from '../record/index.ts';
import { dayFirst } from './columns.ts';
import type { RegisterFacts } from './facts.ts';
import { lineOf, type RegisterLine } from './lines.ts';

export const shiftCodes = { morning: ['1', 'Mañana'], afternoon: ['2', 'Tarde'], night: ['3', 'Noche'] } as const;

/** `15:45` as on the paper: `03:45 PM`. */
export function paperHour(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const twelve = Number(hour) % 12 === 0 ? 12 : Number(hour) % 12;
  return `${String(twelve).padStart(2, '0')}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}

export function headerLines({ centre, admission, condition }: RegisterFacts): RegisterLine[] {
  const [shift, shiftWords] = shiftCodes[admission.shift];
  const number = admission.fichaNumber;
  const cells: readonly (readonly [string, string, string, string?])[] = [
    ['CEM', 'Nombre del CEM', centre.name],
    ['N_FICHA_N', 'Número de ficha (numérico)', number === null ? '' : String(number.numeric)],
    ['N_FICHA_A', 'Número de ficha (alfabético)', number?.alphabetic ?? ''],
    [
      'CONDICION',
      'Condición del caso',
      condition === null ? '' : String(condition),
      caseConditions.find(({ code }) => code === condition)?.label ?? '',
    ],
    ['FECHA_INGRESO', 'Fecha de ingreso del caso', dayFirst(admission.admittedOn)],
    ['HORA_INGRESO', 'Hora de ingreso', paperHour(admission.admittedTime)],
    ['TURNO_INGRESO', 'Turno del profesional', shift, shiftWords],
  ];
  return cells.map(([id, label, value, words]) => {
    // The central register gives the name of the centre and the number itself: nobody types them there.
    const source = id === 'CEM' || id.startsWith('N_FICHA') ? 'administrative' : 'identity';
    return lineOf('Encabezado', '', { id, variable: id, label, value, words: words ?? value, source });
  });
}

/** Lines at the head of a block. */
export function partsBefore(block: Block, facts: RegisterFacts): RegisterLine[] {
  if (block.id === 'A.4') return personLines(block, 'user', facts.user);
  if (block.id === 'A.5') return personLines(block, 'aggressor', facts.aggressor);
  if (block.id === 'B.1') return accountLine(block, facts.account);
  return [];
}

export function partsAfter(question: string, block: Block, facts: RegisterFacts): RegisterLine[] {
  // The row has the same columns for every case.
  if (question === 'informantBond')
    return facts.informant === null
      ? [streetKindLine(block, 'informant', null)]
      : informantLines(block, facts.informant);
  if (question === 'otherPublicSphere') return occurrenceLines(block, facts.occurredOn);
  if (question === 'sexualViolenceCase') return [kitLine(block, facts)];
  return [];
}

/** Anchors of the lines above; a test finds each of them in the form. */
export const anchors = {
  blocks: ['A.4', 'A.5', 'B.1'],
  questions: ['informantBond', 'otherPublicSphere', 'sexualViolenceCase'],
} as const;

/** CASO_DERIVADO_EESS is not asked again: it is whether Section E has action 13; empty while E says nothing. */
function kitLine(block: Block, { answers }: RegisterFacts): RegisterLine {
  const actions = answers['E']?.['planActions'];
  const isAsked = answers['F']?.['sexualViolenceCase'] === 1 && Array.isArray(actions);
  const isReferred = isAsked && actions.includes('emergencyKit');
  return lineOf(block.title, block.id, {
    id: 'CASO_DERIVADO_EESS',
    variable: 'CASO_DERIVADO_EESS',
    label: 'En la Sección E ¿se ha registrado la acción 13 (derivar para el Kit de Emergencia)?',
    value: !isAsked ? '' : isReferred ? '1' : '0',
    words: !isAsked ? '' : isReferred ? 'Sí' : 'No',
  });
}

/** The appraisal that closes a section: whole for its own service, for the others once it was handed over. */
export function appraisalLines(sectionId: string, block: Block, facts: RegisterFacts): RegisterLine[] {
  const form = Object.values(formSections).find(({ section }) => section.id === sectionId);
  const service = form?.appraisal ?? null;
  if (service === null) return [];
  const { variable, label, read } = appraisals[service];
  const { text, isHandedOver } = facts.appraisals[service];
  return [
    lineOf(block.title, block.id, {
      ...{ id: variable, variable, label, value: text ?? '', isReserved: true },
      ...{ guard: read, guardView: isHandedOver && read !== 'legalFile.read' ? 'any' : 'whole' },
    }),
  ];
}

function accountLine(block: Block, account: string | null): RegisterLine[] {
  const label = 'Motivo de consulta (relato del último hecho de violencia)';
  const id = 'MOTIVO_CONSULTA';
  const given = { id, variable: id, label, value: account ?? '', guard: 'account.read' as const, isReserved: true };
  return [lineOf(block.title, block.id, given)];
}

function occurrenceLines(block: Block, date: PartialDate | null): RegisterLine[] {
  const cells: readonly (readonly [string, string, number | null])[] = [
    ['DIA_OCURRENCIA_VIOLENCIA', 'Día', date?.day ?? null],
    ['MES_OCURRENCIA_VIOLENCIA', 'Mes', date?.month ?? null],
    ['ANO_OCURRENCIA_VIOLENCIA', 'Año', date?.year ?? null],
  ];
  return cells.map(([id, part, value]) =>
    lineOf(block.title, block.id, {
      id,
      variable: id,
      label: `Fecha del último hecho de violencia: ${part}`,
      value: value === null ? '' : String(value),
    }),
  );
}

const who = {
  user: { birth: 'FECHA_NACIMIENTO_VICTIMA', street: 'TIPO_VIA_DOMICILIO' },
  aggressor: { birth: '', street: 'AGRESOR_TIPO_VIA_DOMICILIO' },
  informant: { birth: '', street: 'INFORMANTE_TIPO_VIA_DOMICILIO' },
} as const;
type Who = keyof typeof who;

type Identity = Pick<Informant, 'givenNames' | 'firstSurname' | 'secondSurname' | 'document' | 'contact' | 'address'>;

function personLines(block: Block, role: 'user' | 'aggressor', person: UserPerson): RegisterLine[] {
  const { birth } = who[role];
  const born = lineOf(block.title, block.id, {
    id: birth === '' ? `${role}.birth` : birth,
    variable: birth,
    label: 'Fecha de nacimiento',
    value: person.birth === null ? '' : partialWords(person.birth),
  });
  return [...nameLines(block, role, person), born, ...reachLines(block, role, person)];
}

function informantLines(block: Block, person: Informant): RegisterLine[] {
  return [...nameLines(block, 'informant', person), ...reachLines(block, 'informant', person)];
}

function nameLines(block: Block, role: Who, person: Identity): RegisterLine[] {
  const line = (part: string, label: string, value: string | null) =>
    lineOf(block.title, block.id, { id: `${role}.${part}`, label, value: value ?? '' });
  const { document } = person;
  const kind = document.kind === null ? '' : documentKindLabels[document.kind];
  return [
    line('firstSurname', 'Apellido paterno', person.firstSurname),
    line('secondSurname', 'Apellido materno', person.secondSurname),
    line('givenNames', 'Nombres', person.givenNames),
    line('documentKind', 'Documento de identidad', kind === '' ? documentStateLabels[document.state] : kind),
    { ...line('documentNumber', 'Número de documento', document.number), isReserved: true },
  ];
}

/** Ways to reach her stay out of the clipboard; a reserved street is seen only by who may read it (S1). */
function reachLines(block: Block, role: Who, { contact, address }: Identity): RegisterLine[] {
  const guard = address.isReserved ? ('safeAddress.read' as const) : null;
  const line = (part: string, label: string, value: string | null) =>
    lineOf(block.title, block.id, { id: `${role}.${part}`, label, value: value ?? '', isReserved: true });
  return [
    line('phone', 'Teléfono', contact.phone),
    line('email', 'Correo electrónico', contact.email),
    streetKindLine(block, role, address.streetKind),
    { ...line('street', 'Domicilio', address.text), guard },
    { ...line('reference', 'Referencia del domicilio', address.reference), guard },
  ];
}

function streetKindLine(block: Block, role: Who, kind: Address['streetKind']): RegisterLine {
  const id = who[role].street;
  return lineOf(block.title, block.id, {
    id,
    variable: id,
    label: 'Tipo de vía del domicilio',
    value: kind === null ? '' : String(streetKinds.indexOf(kind satisfies StreetKind) + 1),
    words: kind === null ? '' : streetKindLabels[kind],
  });
}

/** As far as it is known: `09/04/1992`, `04/1992`, `1992`. */
function partialWords({ year, month, day }: PartialDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [...(day === null ? [] : [two(day)]), ...(month === null ? [] : [two(month)]), String(year)].join('/');
}
