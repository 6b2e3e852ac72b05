/** Telephone lines on the cards that she carries: data that change, each to be confirmed by the centre before it is relied on. */
import type { Confirmation } from '../record/index.ts';

export type PhoneLine = {
  /** Words of the card: they say nothing of why she came. */
  readonly text: string;
  /** '' leaves a blank to write the local number on. */
  readonly number: string;
  /** What it is, for the screen. */
  readonly name: string;
  /** Everybody has it on a list: it stands on the card of her safety plan. */
  readonly isPlain?: true;
  readonly validFrom: string;
  readonly source: string;
  readonly confirmation: Confirmation;
};

const since = { validFrom: '2026-01-01', source: 'Números de uso público', confirmation: 'toConfirm' } as const;

export const phoneLines: readonly PhoneLine[] = [
  { text: 'Policía', number: '105', name: 'Policía Nacional del Perú, emergencias', isPlain: true, ...since },
  { text: 'Ambulancia', number: '106', name: 'SAMU', isPlain: true, ...since },
  { text: 'Bomberos', number: '116', name: 'Bomberos', isPlain: true, ...since },
  { text: 'Orientación, a toda hora', number: '100', name: 'Línea 100', ...since },
  { text: 'Atención en el lugar', number: '', name: 'Servicio de Atención Urgente (SAU)', ...since },
  { text: 'Persona de confianza', number: '', name: 'La escribe ella', ...since },
];

/** What to have ready, in words that anybody could carry. */
export const readyTips: readonly string[] = [
  'Tener a la mano: documentos, llaves, dinero, ropa.',
  'Acordar una palabra clave con alguien cercano.',
  'Si algo pasa: salir a un lugar con gente y llamar.',
];
