/**
 * What Coordinación asks for in a ficha, from a list of monitoring: an alert of a kind that there is, known by its note. The
 * clock raises these kinds too, but nobody; what a person asks for stays in «Lo que sigue» until it is marked as done.
 */
import { alertRules, type AlertKind, type AlertRule } from './codes.ts';

export const askRules = {
  valuation: { kind: 'deadlineOverdue', words: 'Volver a valorar el riesgo' },
  contact: { kind: 'deadlineOverdue', words: 'Comunicarse con la persona usuaria' },
  answer: { kind: 'referralOverdue', words: 'Pedir la respuesta de la derivación' },
  data: { kind: 'correctionAsked', words: 'Completar los datos que faltan' },
} as const satisfies Record<string, { kind: AlertKind; words: string }>;
export type Ask = keyof typeof askRules;
export const askIds = Object.keys(askRules) as [Ask, ...Ask[]];

type Told = { readonly kind: AlertKind; readonly note: string | null };

export function askNote(ask: Ask): Told & { readonly note: string } {
  const { kind, words } = askRules[ask];
  return { kind, note: `Coordinación lo pide: ${words.toLocaleLowerCase('es')}.` };
}

/** Null for every other alert of the kind. */
export function askOf({ kind, note }: Told): Ask | null {
  return askIds.find((ask) => askRules[ask].kind === kind && askNote(ask).note === note) ?? null;
}

/** How an alert is shown: what is asked for by hand ends by hand. */
export function ruleOf(told: Told): AlertRule {
  if (askOf(told) === null) return alertRules[told.kind];
  const advice = 'Hágalo y márquelo aquí como atendido.';
  return { label: 'Coordinación pide algo en esta ficha', advice, isUrgent: false, isSilent: false };
}
