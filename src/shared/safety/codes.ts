/** Closed lists and words of the safety plan. */
import type { SameDayFact } from '../risk/index.ts';
import { codesOf } from '../platform/codes-of.ts';

/** What is thought through with her, in the order of the page. Project words: no official form of it is known (U38). */
export const safetyTopicLabels = {
  arrival: 'Si llega a la casa',
  places: 'A dónde ir',
  people: 'Quién sabe',
  signals: 'Señales',
  bag: 'Bolsa lista',
  children: 'Niñas y niños',
  telephone: 'Teléfono',
  papers: 'Documentos',
  week: 'La semana',
} as const;
export type SafetyTopic = keyof typeof safetyTopicLabels;
export const safetyTopics = codesOf(safetyTopicLabels);

export const safetyTopicHints: Readonly<Record<SafetyTopic, string>> = {
  arrival: 'Por dónde sale, qué cuarto evita.',
  places: 'De día y de noche, y cómo llega.',
  people: 'Vecinas, familia: qué saben y qué hacen.',
  signals: 'La palabra o señal acordada, y qué hace quien la ve.',
  bag: 'Dónde está y qué lleva.',
  children: 'Qué hacen y a dónde van.',
  telephone: 'Claves, ubicación, números de memoria.',
  papers: 'Documentos y copias, dónde están.',
  week: 'Trabajo, mercado, colegio: por dónde no.',
};

export const safetyPresentLabels = {
  alone: 'Solo ella',
  trusted: 'Ella y alguien de su confianza',
  children: 'Ella y sus hijas o hijos',
  interpreter: 'Ella y quien interpreta',
} as const;
export type SafetyPresent = keyof typeof safetyPresentLabels;

/** What the card looks like, what it does not. */
export const cardSeemsLabels = { errands: 'Pendientes', recipe: 'Receta', calendar: 'Calendario' } as const;
export const cardHotlineLabels = { none: 'No va', consult: 'Como «Consultas»' } as const;
export const cardSizeLabels = { a6: 'A6', a4: 'A4, con marcas de corte' } as const;

export const safetyReasons = {
  'safety-reread-past': 'El día de releer el plan no puede haber pasado.',
  'safety-card-tells':
    'La tarjeta no puede llevar nombres, direcciones ni números de la ficha, ni nombrar al centro o el motivo.',
  'safety-card-none': 'La versión vigente dice que no lleva tarjeta: va de memoria.',
  'safety-plan-none': 'Todavía no se hizo un plan de seguridad con ella.',
  'safety-plan-newer': 'Alguien guardó otra versión del plan. Revísela antes de guardar la suya.',
} as const;

/** Which part of the plan a fact speaks of: project words (U38), moved freely by whoever writes. */
export const topicOfFact: Readonly<Record<SameDayFact, SafetyTopic>> = {
  attemptOrStrangulation: 'arrival',
  weapon: 'arrival',
  deathThreat: 'places',
  justLeft: 'places',
  pregnancyOrBelly: 'people',
  measureBreached: 'signals',
  suicidalIdeas: 'people',
  childUnprotected: 'children',
  rapeWithinKit: 'people',
  accessAndSevere: 'places',
};
