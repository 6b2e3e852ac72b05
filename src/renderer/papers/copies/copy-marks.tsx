import {
  copyEditionLabels,
  copyFormatLabels,
  copyStateLabels,
  copyWayLabels,
  removedLabels,
  savedFileStateLabels,
  type CopyState,
  type DocumentCopy,
  type SavedFileLine,
} from '../../../shared/papers/index.ts';
import { StateBadge, type Tone } from '../../platform/ui/index.ts';

const tones: Readonly<Record<CopyState, Tone>> = {
  requested: 'warning',
  sent: 'neutral',
  confirmed: 'done',
  failed: 'error',
};

/** «Impresa · De oficina · copia 2 de 3», «Guardada fuera · Word». */
export function copyKindWords({ way, edition, format, part, parts, reprintOf }: DocumentCopy): string {
  return [
    copyWayLabels[way],
    edition === 'office' ? copyEditionLabels.office : null,
    format === 'docx' ? copyFormatLabels.docx : null,
    parts > 1 ? `copia ${part} de ${parts}` : null,
    reprintOf === null ? null : `repite ${reprintOf}`,
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

/** What became of a copy; that it is no more says it better than how it left. */
export function CopyStateMark({ copy }: { readonly copy: Pick<DocumentCopy, 'state' | 'way' | 'removedAt'> }) {
  if (copy.removedAt !== null) return <StateBadge tone="neutral">{removedLabels[copy.way]}</StateBadge>;
  return <StateBadge tone={tones[copy.state]}>{copyStateLabels[copy.state]}</StateBadge>;
}

/** The same of a file that is no copy. */
export function FileStateMark({ file }: { readonly file: Pick<SavedFileLine, 'state' | 'removedAt'> }) {
  if (file.removedAt !== null) return <StateBadge tone="neutral">Eliminado del disco</StateBadge>;
  return <StateBadge tone={tones[file.state]}>{savedFileStateLabels[file.state]}</StateBadge>;
}
