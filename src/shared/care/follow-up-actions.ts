/**
 * Numbered follow-up actions of Sections F–H as data (register form §9). Only these are known from the official
 * indicator labels; the rest of the list is to confirm (U04) and is added by the centre.
 *
 * An action keeps its code for ever; a change of its words or number is a new row with its own date, so that an old
 * attention reads as it was written.
 */
import type { Service } from '../access/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import type { Confirmation } from '../record/index.ts';

export type FollowUpAction = {
  readonly code: string;
  /** Number printed on the form; null while it is not known. */
  readonly number: number | null;
  readonly service: Service;
  readonly label: string;
  /** Whether it counts as an attention: condition «Continuador», indicators (U23). */
  readonly countsAsAttention: boolean;
  /** False from the day the centre stopped using it. */
  readonly isUsed: boolean;
  readonly validFrom: CivilDate;
  readonly confirmation: Confirmation;
  readonly source: string;
};

const indicators = 'Etiquetas de los indicadores del registro 2026';
const own = 'Propuesta del programa; sin número oficial conocido';
const since = '2019-01-01' as CivilDate;

function official(number: number, service: Service, label: string): FollowUpAction {
  return {
    code: `action-${number}`,
    number,
    service,
    label,
    countsAsAttention: true,
    isUsed: true,
    validFrom: since,
    confirmation: 'official',
    source: indicators,
  };
}

function proposed(code: string, service: Service, label: string, countsAsAttention = true): FollowUpAction {
  return {
    code,
    number: null,
    service,
    label,
    countsAsAttention,
    isUsed: true,
    validFrom: since,
    confirmation: 'toConfirm',
    source: own,
  };
}

/** Any professional may learn of it; what is done about it is an action of its own. */
const breachLabel = 'Conocimiento de un incumplimiento de medidas de protección';

export const shippedActions: readonly FollowUpAction[] = [
  proposed('psychology-session', 'psychology', 'Sesión de consejería u orientación psicológica'),
  official(32, 'psychology', 'Acompañamiento psicojurídico'),
  official(34, 'psychology', 'Informe psicológico'),
  proposed('psychology-breach', 'psychology', breachLabel, false),
  proposed('psychology-contact', 'psychology', 'Contacto de seguimiento (psicología)'),
  official(27, 'social', 'Gestión social'),
  official(36, 'social', 'Fortalecimiento de redes familiares o sociales'),
  official(40, 'social', 'Informe social'),
  proposed('social-home-visit', 'social', 'Visita domiciliaria'),
  proposed('social-breach', 'social', breachLabel, false),
  proposed('social-contact', 'social', 'Contacto de seguimiento (social)'),
  proposed('legal-counsel', 'legal', 'Orientación legal'),
  proposed('legal-accompaniment', 'legal', 'Acompañamiento a diligencia o audiencia'),
  proposed('legal-action', 'legal', 'Acción de patrocinio ante la instancia'),
  proposed('legal-file-reading', 'legal', 'Lectura del expediente', false),
  proposed('legal-breach', 'legal', breachLabel, false),
  proposed('legal-contact', 'legal', 'Contacto de seguimiento (legal)'),
];

/** Actions that tell of a breached measure: the team hears of it at once. */
export function tellsBreach(code: string): boolean {
  return ['psychology-breach', 'social-breach', 'legal-breach'].includes(code);
}

/** The catalogue as it stood on a day: of each code the newest row begun by then, in the order of the list. */
export function actionsOn(rows: readonly FollowUpAction[], day: CivilDate): FollowUpAction[] {
  const newest = new Map<string, FollowUpAction>();
  for (const row of rows) {
    const known = newest.get(row.code);
    if (row.validFrom > day) continue;
    if (known === undefined || row.validFrom >= known.validFrom) newest.set(row.code, row);
  }
  return [...newest.values()];
}

/** «32 Acompañamiento psicojurídico». */
export function actionWords(action: Pick<FollowUpAction, 'number' | 'label'>): string {
  return action.number === null ? action.label : `${action.number} ${action.label}`;
}
