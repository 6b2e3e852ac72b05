/** Counterparts of other institutions (decision 0092): what is handed to which of them, and the words of it. */
import type { CounterpartSide } from '../access/index.ts';
import type { ReferralKind } from '../referrals/index.ts';

/** As whoever hands over calls it. */
export const sideWords = {
  police: { to: 'a la comisaría de este centro', label: 'Comisaría' },
  health: { to: 'al centro de salud de este centro', label: 'Centro de salud' },
} as const satisfies Record<CounterpartSide, { to: string; label: string }>;

/** Which referrals its account receives: the first is proposed. */
export const kindsOfSide = {
  police: ['police'],
  health: ['health', 'emergency-kit'],
} as const satisfies Record<CounterpartSide, readonly ReferralKind[]>;
export const handedKinds = ['police', 'health', 'emergency-kit'] as const satisfies readonly ReferralKind[];
export type HandedKind = (typeof handedKinds)[number];

export const sideOfKind = (kind: HandedKind): CounterpartSide => (kind === 'police' ? 'police' : 'health');

/** What a counterpart notes, by its side. */
export const noteLabels = {
  complaint: 'Denuncia recibida',
  measures: 'Aviso de las medidas',
  attended: 'Atención',
} as const;
export type NoteKind = keyof typeof noteLabels;

export const notesOfSide = {
  police: ['complaint', 'measures'],
  health: ['attended'],
} as const satisfies Record<CounterpartSide, readonly NoteKind[]>;

export const measureStepLabels = {
  notified: 'Notificadas a la persona denunciada',
  carriedOut: 'En ejecución',
} as const;

/** `kept`: it is the fact now; `same`: it stood there already; `differs`: something else stands, which stays. */
export const noteOutcomes = ['kept', 'same', 'differs'] as const;
export type NoteOutcome = (typeof noteOutcomes)[number];

/** Who told what stands in the proceeding. */
export const toldBy = (establishment: string) => `Lo anotó la contraparte: ${establishment}`;

export const counterpartReasons = {
  'counterpart-without-consent':
    'Ella no aceptó que se entregue a esa institución. Registre su consentimiento con ese nombre, o la excepción.',
  'counterpart-sealed': 'La ficha está reservada: no se entrega a una cuenta. Hable con la institución en persona.',
  'counterpart-near':
    'Una cuenta de esa institución lleva el nombre de alguien cercano a este caso: no se entrega a una cuenta. Hable con la institución en persona.',
  'counterpart-other-side': 'Eso no lo anota esta contraparte.',
  'note-before-decision': 'Eso es anterior a la decisión de las medidas: revise la fecha.',
  'counterpart-many-notes': 'Ya anotó muchas veces en esta hoja hoy. Si falta algo, dígaselo al centro.',
  'counterpart-other-kind': 'Esa derivación no se entrega a una cuenta: imprímala y entréguela.',
  'counterpart-other-receiver':
    'La carta se emitió para otra institución. Emita una para la de este centro y entréguela desde ahí.',
  'counterpart-handed': 'Esa derivación ya está entregada a su cuenta.',
  'counterpart-answered': 'Esa derivación ya tiene respuesta o está cerrada: no se entrega.',
  'hand-over-closed': 'Esa entrega ya está cerrada.',
} as const;
