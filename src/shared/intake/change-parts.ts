/** The parts of a ficha whose changes are kept, and the section whose readers may read them. */
import { z } from '../platform/zod.ts';
import type { FormSectionId } from './sections.ts';

export const changeParts = [
  ...(['header', 'user', 'aggressor', 'informant', 'participant'] as const),
  ...(['event', 'a', 'b', 'c', 'd', 'e', 'f'] as const),
  ...(['psychology', 'social', 'legal'] as const),
] as const;
export type ChangePart = (typeof changeParts)[number];

/** Where a part is drawn. The last three are the appraisals: read by their own service alone. */
export const partSections = {
  header: 'a',
  user: 'a',
  aggressor: 'a',
  informant: 'a',
  participant: 'a',
  event: 'b',
  a: 'a',
  b: 'b',
  c: 'c',
  d: 'd',
  e: 'e',
  f: 'f',
  psychology: 'b',
  social: 'c',
  legal: 'd',
} as const satisfies Record<ChangePart, FormSectionId>;

export const partLabels = {
  header: 'Ingreso',
  user: 'Persona usuaria',
  aggressor: 'Presunta persona agresora',
  informant: 'Persona informante',
  participant: 'Familia y otras personas',
  event: 'El hecho',
  a: 'Sección A',
  b: 'Sección B',
  c: 'Sección C',
  d: 'Sección D',
  e: 'Sección E',
  f: 'Secciones F a H',
  psychology: 'Apreciación de psicología',
  social: 'Apreciación social',
  legal: 'Apreciación legal',
} as const satisfies Record<ChangePart, string>;

const groupOf = {
  ...({
    header: 'admission',
    user: 'user',
    aggressor: 'aggressor',
    informant: 'informant',
    participant: 'participant',
    event: 'incident',
  } as const),
  ...({ a: 'answers', b: 'answers', c: 'answers', d: 'answers', e: 'answers', f: 'answers' } as const),
  ...({ psychology: 'appraisal', social: 'appraisal', legal: 'appraisal' } as const),
} as const satisfies Record<ChangePart, string>;

/** Where a changed field stands in the form of its section: `answers.userAge`, `user.contact.phone`. */
export function changePath(part: ChangePart, field: string): string {
  return `${groupOf[part]}.${field}`;
}

/** Fields of the section that were changed after they had been saved, as paths of its form. */
export const changedSchema = z.array(z.string());
