/** A record in words, field by field, for comparing two of them. */
import {
  documentKindLabels,
  documentStateLabels,
  legalName,
  type MergeField,
  type MergeSideView,
} from '../../../shared/people/index.ts';
import { formatCivilDate, formatPartialDate } from '../../../shared/platform/typed-date.ts';

export const none = 'sin registrar';
const hidden = 'Requiere revisión';

function documentWords({ record }: MergeSideView): string {
  return record.documents
    .map(({ kind, state, number }) =>
      [kind === null ? null : documentKindLabels[kind], number ?? documentStateLabels[state]]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join('; ');
}

/** A number that he uses too is not shown, here either. */
function contactWords({ record }: MergeSideView): string {
  const words = record.contacts.map(({ phone, isShared, mayCall }) =>
    isShared ? 'Número oculto: compartido' : `${phone}${mayCall === 'yes' ? '' : ' (no llamar)'}`,
  );
  return words.length === 0 ? none : words.join('; ');
}

function birthWords({ record: { birth, toldAge } }: MergeSideView): string {
  if (birth !== null) return formatPartialDate(birth);
  return toldAge === null ? none : `${toldAge.years} años, dicho el ${formatCivilDate(toldAge.on)}`;
}

/** What this reader may see of the field, and that there is more of it. */
export function sideWords(side: MergeSideView, field: MergeField): string {
  const words = wordsOf(side, field);
  if (!side.hidden.includes(field)) return words;
  return isNothing(side, field) ? hidden : `${words}; ${hidden.toLowerCase()}`;
}

function isNothing(side: MergeSideView, field: MergeField): boolean {
  const isNoNumber = field === 'documents' && side.record.documents.every(({ number }) => number === null);
  return isNoNumber || wordsOf(side, field) === none;
}

function wordsOf(side: MergeSideView, field: MergeField): string {
  const { record } = side;
  switch (field) {
    case 'names':
      return legalName(record) ?? 'Nombre no conocido';
    case 'preferredName':
      return record.preferredName ?? none;
    case 'birth':
      return birthWords(side);
    case 'documents':
      return documentWords(side);
    case 'contacts':
      return contactWords(side);
    case 'email':
      return record.email ?? none;
    case 'address':
      return side.address ?? none;
  }
}

export function aliasWords({ record }: MergeSideView): string {
  return record.aliases.length === 0 ? none : record.aliases.join('; ');
}

const roleWords = { user: 'persona usuaria', aggressor: 'presunta persona agresora', related: 'otra persona' } as const;
const standingWords = { toValidate: 'por validar', validated: 'validada', oldList: 'de lista antigua' } as const;

export function caseWords({ cases }: MergeSideView): string {
  if (cases.length === 0) return 'Ninguna';
  return cases
    .map(({ number, role, standing }) => `${number}, ${roleWords[role]}, ${standingWords[standing]}`)
    .join('; ');
}

export function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function holdingWords({ holds }: MergeSideView): string {
  const { papers, files } = holds ?? { papers: 0, files: 0 };
  const parts = [
    papers === 0 ? null : countWords(papers, 'documento emitido', 'documentos emitidos'),
    files === 0 ? null : countWords(files, 'archivo', 'archivos'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Ninguno' : parts.join(' y ');
}

/** «Registro de 2026-0008», with the day of its first ficha. */
export function sideTitle({ cases, name }: MergeSideView): { readonly title: string; readonly since: string } {
  const first = cases.at(-1);
  if (first === undefined) return { title: `Registro de ${name}`, since: 'sin ficha' };
  const more = cases.length === 1 ? '' : ` y ${cases.length - 1} más`;
  return { title: `Registro de ${first.number}${more}`, since: `ingreso del ${formatCivilDate(first.admittedOn)}` };
}

function bornAbout({ record: { birth, toldAge } }: MergeSideView): number | null {
  if (birth !== null) return birth.year;
  return toldAge === null ? null : Number(toldAge.on.slice(0, 4)) - toldAge.years;
}

/** Years between the births of two records, about; 0 where one of them says nothing. */
export function yearsApart(one: MergeSideView, other: MergeSideView): number {
  const [first, second] = [bornAbout(one), bornAbout(other)];
  return first === null || second === null ? 0 : Math.abs(first - second);
}
