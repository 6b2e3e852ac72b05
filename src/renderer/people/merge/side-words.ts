/** A record in words, field by field, for comparing two of them. */
import {
  documentKindLabels,
  documentStateLabels,
  legalName,
  type MergeField,
  type MergeSideView,
} from '../../../shared/people/index.ts';
import { formatCivilDate, formatPartialDate } from '../../../shared/platform/typed-date.ts';

const none = '—';

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

export function sideWords(side: MergeSideView, field: MergeField): string {
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

export function caseWords({ cases }: MergeSideView): string {
  return cases.length === 0 ? none : cases.map(({ number, role }) => `${number} (${roleWords[role]})`).join('; ');
}
