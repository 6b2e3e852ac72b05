/**
 * Actions of the plan (Section E) that a filed writ carries out by itself (filings §4). The answer of the
 * professional stands in the form as it was given; here it only becomes Yes on the sheet.
 */
import type { RegisterFacts } from './facts.ts';

/** Variables of the plan by kind of writ; the kinds that are not here set none. */
export const filedPlan: Readonly<Record<number, readonly string[]>> = {
  1: ['ACOMPANAR_DENUNCIA'],
  2: ['COMUNICAR_VIOLENCIA'],
  3: ['SOLICITAR_MED_PROT_CAUT'],
  4: ['PRESENTA_APERSONAMIENTO'],
  6: ['PROMOVER_MED_PROT'],
  11: ['PROMOVER_ENTREVISTA_UNICA'],
};

const childAge = 18;

/** Variables that are Yes because of what was filed. */
export function planSetBy({ answers, events }: Pick<RegisterFacts, 'answers' | 'events'>): ReadonlySet<string> {
  const age = answers['A']?.['userAge'];
  const isChild = typeof age === 'number' && age < childAge;
  const set = new Set(events.filings.flatMap(({ kind }) => filedPlan[kind] ?? []));
  // Notice of the facts about a child is also the notice that she may be unprotected.
  if (isChild && events.filings.some(({ kind }) => kind === 2)) set.add('COMUNICA_DESPROTECCION');
  if (events.filings.some(({ kind, asksPolice }) => kind === 6 && asksPolice)) set.add('SOLICITA_INTERV_POLICIAL');
  return set;
}
