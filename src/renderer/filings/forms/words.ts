/** What each field of the writ is called, on the form and in the summary of what must be corrected. */
import { officeKinds, type OfficeKind } from '../../../shared/directory/index.ts';
import {
  accusedWords,
  criterionLabels,
  fillParties,
  instanceOfKind,
  lawOn,
  measureLabel as labelOfMeasure,
  ownKind,
  precautionaryLabels,
  type CriterionId,
  type KindDefinition,
  type MeasureCode,
  type PrecautionaryCode,
} from '../../../shared/filings/index.ts';
import { lastDay } from '../../../shared/platform/dates.ts';

const protectedPerson = { the: 'la persona usuaria', of: 'de la persona usuaria', to: 'a la persona usuaria' };

const shippedLaw = lawOn(lastDay);

/** The paper agrees in gender with the record; the form says it neutrally. */
export function measureLabel(code: MeasureCode): string {
  return fillParties(labelOfMeasure(shippedLaw, code), protectedPerson, accusedWords(null));
}

const treatment = (words: string) => ({ code: words, label: words });
const judges = ['Señor Juez', 'Señora Jueza', 'Señores Jueces'].map(treatment);
const everyOffice = [
  'Señor Juez',
  'Señora Jueza',
  'Señor Fiscal',
  'Señora Fiscal',
  'Señor Comisario',
  'Señora Comisaria',
];

/** Whoever heads an institution that is no court. */
const heads = ['Señor', 'Señora', 'Señor Director', 'Señora Directora', 'Señor Coordinador', 'Señora Coordinadora'];

/** Kinds that only a court receives. */
const forCourts: ReadonlySet<number> = new Set([3, 5, 7, 8, 14, 16, 17, 19]);

const courts: readonly OfficeKind[] = officeKinds.filter((kind) => instanceOfKind(kind) === 'court');

/** Kinds of the directory that a writ of this kind may be addressed to. */
export function authorityKindsOf({ kind, own }: KindDefinition): readonly OfficeKind[] {
  return own?.addressees ?? (forCourts.has(kind) ? courts : officeKinds);
}

/** @param chosen stays among them when the directory says another */
export function treatmentsOf(
  definition: KindDefinition,
  chosen: string | null,
): readonly { readonly code: string; readonly label: string }[] {
  const isForCourt = authorityKindsOf(definition).every((kind) => instanceOfKind(kind) === 'court');
  const others = definition.kind === ownKind && definition.sort === 'letter' ? heads : everyOffice;
  const usual = isForCourt ? judges : others.map(treatment);
  const isOther = chosen !== null && !usual.some(({ code }) => code === chosen);
  return isOther ? [...usual, treatment(chosen)] : usual;
}

export const filingOrder = [
  'authorityId',
  'treatment',
  'office',
  'courtFileNumber',
  'clerk',
  'notebook',
  'writNumber',
  'corrects',
  'linked',
  'answers',
  'lists',
  'measures',
  'precautionary',
  'criteria',
  'articles',
  'evidence',
  'annexes',
  'urgencyAsked',
  'urgencyReason',
  'otherRequests',
  'cannotSign',
  'place',
  'signedOn',
] as const;

const plain: Readonly<Record<string, string>> = {
  treatment: 'Tratamiento',
  office: 'Despacho',
  courtFileNumber: 'Expediente, carpeta fiscal o denuncia',
  clerk: 'Especialista, fiscal o instructor',
  notebook: 'Cuaderno',
  writNumber: 'Número de escrito',
  articles: 'Fundamentos de derecho',
  urgencyReason: 'Razón de la urgencia',
  place: 'Lugar',
  signedOn: 'Fecha',
};

function rowWords({ lists }: KindDefinition, path: string, row: string | undefined): string | null {
  const part = lists.find((one) => one.path === path);
  return part === undefined ? null : `${part.item} ${Number(row) + 1}`;
}

/** Lists the form numbers from 1. */
const numbered: Readonly<Record<string, string>> = {
  evidence: 'Medio probatorio',
  annexes: 'Anexo',
  otherRequests: 'Otrosí',
};

/** What stands inside a group: a measure, a criterion, an answer, a row. */
const within: Readonly<
  Record<string, (definition: KindDefinition, second: string, third: string | undefined) => string | null>
> = {
  answers: ({ form }, name) => form.questions[name]?.label ?? null,
  lists: rowWords,
  measures: (_, code, part) => (part === 'ticked' ? null : measureLabel(code as MeasureCode)),
  precautionary: (_, code) => precautionaryLabels[code as PrecautionaryCode],
  criteria: (_, id) => criterionLabels[id as CriterionId],
};

/** Name of the field at a path, for the summary; null when its message says it. */
export function fieldWords(path: string, definition: KindDefinition): string | null {
  const [head = '', second = '', third] = path.split('.');
  const inner = within[head];
  if (inner !== undefined) return inner(definition, second, third);
  const list = numbered[head];
  return list === undefined ? (plain[head] ?? null) : `${list} ${Number(second) + 1}`;
}
