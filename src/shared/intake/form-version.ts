/** The version of the register form that its sections follow, and what of it is still to confirm. */
import type { Confirmation, Question } from '../record/index.ts';
import { formSectionIds, sectionOf } from './sections.ts';

export const formVersion = {
  id: 'ficha-2021-07/2026',
  validFrom: '2026-01-01',
  source: 'Ficha de Registro de Casos, julio de 2021; diccionario de 168 variables; lista de variables 2026',
} as const;

/**
 * The «form version» of a ficha that came from an old list: its answers follow no form of ours, it belongs to no month of
 * this program and is read as history only.
 */
export const oldListVersion = 'lista-antigua/1';

export type UnconfirmedRow = {
  /** Letter on the paper. */
  readonly section: string;
  readonly question: string;
  readonly item: string;
  readonly label: string;
  readonly confirmation: Confirmation;
};

/** Every question whose codes, limits or condition are not official, for the screen «Tablas y reglas». */
export function unconfirmedRows(): UnconfirmedRow[] {
  return formSectionIds.map(sectionOf).flatMap((section) =>
    Object.entries<Question>(section.questions)
      .filter(([, { confirmation }]) => confirmation === 'toConfirm' || confirmation === 'secondary')
      .map(([question, { item, label, confirmation }]) => ({
        section: section.id,
        question,
        item,
        label,
        confirmation,
      })),
  );
}
