/**
 * Numbered follow-up actions of Sections F–H as dated rows (register form §9). Only these are known from the official
 * indicator labels; the rest of the list is to confirm (U04) and is added by the centre.
 *
 * A row is one action for ever; a change of its words or number is a new version with its own day, so that an old
 * attention reads as it was written.
 */
import { serviceLabels, services, type Service } from '../access/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { optionsOf } from '../record/index.ts';
import { rowOn, rowsOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';

const actionSchema = z.strictObject({
  service: z.enum(services, { error: 'Elija el servicio.' }),
  /** Number printed on the form; null while it is not known. */
  number: z.int().min(1).max(999).nullable(),
  label: cleanedText(150),
  /** Condition «Continuador», indicators (U23). */
  countsAsAttention: z.boolean(),
  /** False from the day the centre stopped choosing it: what was given before reads as it was. */
  isUsed: z.boolean(),
});
type ActionValue = z.infer<typeof actionSchema>;
export type FollowUpAction = ActionValue & { readonly code: string };

const since = { validFrom: '2019-01-01' };
const indicators = {
  ...since,
  source: 'Etiquetas de los indicadores del registro 2026',
  confirmation: 'official',
} as const;
const own = {
  ...since,
  source: 'Propuesta del programa; sin número oficial conocido',
  confirmation: 'toConfirm',
} as const;

function official(number: number, service: Service, label: string): DatedRow<ActionValue> {
  const value = { service, number, label, countsAsAttention: true, isUsed: true };
  return shippedRow(`action-${number}`, { ...indicators, value });
}

function proposed(code: string, service: Service, label: string, countsAsAttention = true): DatedRow<ActionValue> {
  return shippedRow(code, { ...own, value: { service, number: null, label, countsAsAttention, isUsed: true } });
}

/** Any professional may learn of it; what is done about it is an action of its own. */
const breachLabel = 'Conocimiento de un incumplimiento de medidas de protección';

export const actionTable: RuleTable<ActionValue> = {
  id: 'follow-up-action',
  title: 'Acciones de seguimiento',
  about:
    'Lo que se elige en una atención. Una atención antigua se lee siempre con las palabras que la acción tenía ese día.',
  value: actionSchema,
  fields: [
    { name: 'number', label: 'Número en la ficha', kind: 'number', optional: true },
    {
      ...{ name: 'service', label: 'Servicio', kind: 'choice' },
      options: optionsOf(serviceLabels),
    },
    { name: 'label', label: 'Acción, como debe leerse', kind: 'text' },
    { name: 'countsAsAttention', label: 'Cuenta como atención', kind: 'yesNo' },
    { name: 'isUsed', label: 'Se usa desde ese día', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Agregar acción',
  shipped: [
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
  ],
  label: (action) => `${actionWords(action)} · ${serviceLabels[action.service]}`,
};

/** Actions that tell of a breached measure: the team hears of it at once. */
export function tellsBreach(code: string): boolean {
  return ['psychology-breach', 'social-breach', 'legal-breach'].includes(code);
}

/** The catalogue as it stood on a day, in the order of the table. */
export function actionsOn(rows: readonly DatedRow<ActionValue>[], day: CivilDate): FollowUpAction[] {
  return rowsOn(rows, day).map(({ id, value }) => ({ code: id, ...value }));
}

/** One action as it stood on a day; undefined where the catalogue had none of that code. */
export function actionOn(
  rows: readonly DatedRow<ActionValue>[],
  code: string | null,
  day: CivilDate,
): FollowUpAction | undefined {
  const row = code === null ? null : rowOn(rows, code, day);
  return row === null ? undefined : { code: row.id, ...row.value };
}

/** The same for a list of acts: each action and day is looked up once. */
export function actionsByDay(
  rows: readonly DatedRow<ActionValue>[],
): (code: string, day: CivilDate) => ReturnType<typeof actionOn> {
  const found = new Map<string, ReturnType<typeof actionOn>>();
  return (code, day) => {
    const key = `${code} ${day}`;
    if (!found.has(key)) found.set(key, actionOn(rows, code, day));
    return found.get(key);
  };
}

/** «32 Acompañamiento psicojurídico». */
export function actionWords(action: Pick<FollowUpAction, 'number' | 'label'>): string {
  return action.number === null ? action.label : `${action.number} ${action.label}`;
}
