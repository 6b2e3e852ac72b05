/** Definitions and procedure of the case condition, as versioned data (U20–U24). */
import { chosenReasonSchema, chosenReasonWords } from '../platform/chosen-reason.ts';
import type { z } from '../platform/zod.ts';
import type { CivilDate } from '../platform/dates.ts';
import { CaseCondition } from './named-codes.ts';

export type ConditionRules = {
  readonly version: string;
  readonly validFrom: string;
  readonly source: string;
  readonly confirmation: 'official' | 'toConfirm';
  /** «Mínimamente de dos servicios». */
  readonly minimumServices: number;
  /** How «más de un año» is counted: to confirm (U24). */
  readonly yearCount: 'calendar' | 'days365';
  /** Official wording of the data dictionary. */
  readonly definitions: Readonly<Record<CaseCondition, string>>;
};

export const conditionRules = {
  version: 'condicion-2021/2',
  validFrom: '2021-07-01',
  source: 'Diccionario de datos del registro de casos; orden de las preguntas: criterio del centro',
  confirmation: 'toConfirm',
  minimumServices: 2,
  yearCount: 'calendar',
  definitions: {
    [CaseCondition.new]:
      'Persona que es atendida por primera vez en un CEM a nivel nacional, cuyo caso ha sido validado por los/as profesionales de atención de un CEM',
    [CaseCondition.reentry]:
      'Persona que ha sido agredida por primera vez por otra presunta persona agresora, y ya cuenta con una ficha como caso "Nuevo" en un CEM a nivel nacional',
    [CaseCondition.repeat]:
      'Persona que ha sido agredida por segunda o más veces por la misma presunta persona agresora y cuyo caso requiere recibir el patrocinio legal del CEM',
    [CaseCondition.transferred]:
      'Caso atendido por más de un CEM, ya sea para el seguimiento legal porque los hechos ocurrieron en otra jurisdicción al CEM, o para la atención psicológica y social porque la persona usuaria reside en otra jurisdicción al CEM',
    [CaseCondition.continuing]:
      'Caso que tiene su última atención hace más de un año y requiere recibir atención interdisciplinaria mínimamente de dos servicios del CEM',
  },
} as const satisfies ConditionRules;

/** Reasons to confirm another condition than the proposed one (D6): chosen from the list, words only for «Otro». */
export const conditionOverrideReasons = {
  centralRegister: 'El registro central muestra otra información',
  samePerson: 'Se confirmó o se descartó que es la misma persona',
  sameAggressor: 'Se confirmó o se descartó que es la misma presunta persona agresora',
  newInformation: 'La persona usuaria dio información nueva',
  instruction: 'Indicación del programa o de Coordinación',
  other: 'Otro',
} as const;

export const conditionReasonSchema = chosenReasonSchema(conditionOverrideReasons, {
  most: 300,
  error: 'Escriba el motivo.',
});
export type ConditionReason = z.infer<typeof conditionReasonSchema>;

export function conditionReasonWords(reason: ConditionReason): string {
  return chosenReasonWords(conditionOverrideReasons, reason);
}

/** A ficha a reason rests on, as it may be named. */
export type CitedFicha = {
  /** As printed (`2025-0123`, `0123-A-2025`); null: one the reader may not know of («requiere revisión»). */
  readonly number: string | null;
  /** Day of its admission; null when it is of another centre, or may not be named. */
  readonly on: CivilDate | null;
};

/** Facts of the decision. Three-valued: null is «not known», never «no». */
export type ConditionFacts = {
  readonly today: CivilDate;
  /** Sent by another CEM for the same event, or for the half of the work that belongs here. */
  readonly transferredSameEvent: boolean | null;
  /** Whether the channel that answers the question above was given. */
  readonly isChannelKnown: boolean;
  /** Confirmed by staff as a user of this centre; null while candidates wait to be settled. */
  readonly userKnownHere: boolean | null;
  /** CEM_USUARIA: no local match proves nothing about other centres. */
  readonly userKnownElsewhere: boolean | null;
  /** The person appears in other fichas only as presumed aggressor: not a known user, but a warning. */
  readonly isKnownOnlyAsAggressor: boolean;
  readonly newEvent: boolean | null;
  /** The aggressor of this event is that of an earlier ficha of this user. */
  readonly sameAggressor: boolean | null;
  readonly needsLegalRepresentation: boolean | null;
  readonly servicesNeeded: number | null;
  readonly lastAttentionOn: CivilDate | null;
  /** The ficha that speaks of this pair, or else of this user; null when there is none or it is not known. */
  readonly earlierFicha: CitedFicha | null;
  /** What the record itself says of a fact, in a sentence; the answer of a professional has none. */
  readonly evidence: Readonly<Partial<Record<'newEvent' | 'sameAggressor' | 'servicesNeeded' | 'userKnown', string>>>;
};

/** `condicion-2021/2` as it is read: the year of the rules, and how often they were changed since. */
export function ruleSetWords(version: string): string {
  const [, year, number] = /^condicion-(\d{4})\/(\d+)$/.exec(version) ?? [];
  return year === undefined || number === undefined ? `reglas ${version}` : `reglas de ${year}, versión ${number}`;
}
