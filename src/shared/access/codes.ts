/** Closed lists of the access domain. */
import { codesOf } from '../platform/codes-of.ts';

/**
 * Roles of the centre, in the order of the permission table's columns (security design §5.2). The counterparts of other
 * institutions, last, have no column (decision 0092).
 */
export const roleLabels = {
  admission: 'Admisión',
  psychologist: 'Psicología',
  socialWorker: 'Trabajo social',
  lawyer: 'Servicio legal',
  preventionOfficer: 'Promoción',
  coordinator: 'Coordinación',
  technicalSupport: 'Soporte técnico',
  auditor: 'Auditoría (visita)',
  policeCounterpart: 'Contraparte de la comisaría',
  healthCounterpart: 'Contraparte de salud',
} as const;
export type Role = keyof typeof roleLabels;
export const roles = codesOf(roleLabels);

/** The institutions in the same building that may have an account (decision 0092), with the one function it has. */
export const counterpartSides = ['police', 'health'] as const;
export type CounterpartSide = (typeof counterpartSides)[number];
export const counterpartRoles = {
  police: 'policeCounterpart',
  health: 'healthCounterpart',
} as const satisfies Record<CounterpartSide, Role>;

/** The institution of a function; null for those of the centre. */
export function sideOf(role: Role): CounterpartSide | null {
  return counterpartSides.find((side) => counterpartRoles[side] === role) ?? null;
}

export function isCounterpart(role: Role): boolean {
  return sideOf(role) !== null;
}

/** Roles that attend persons: one of them can stand in as second person (decision D4). */
export const professionalRoles = [
  'psychologist',
  'socialWorker',
  'lawyer',
  'coordinator',
] as const satisfies readonly Role[];

/** Who stands at the desk and does nothing else: she searches inside an arrival, and reads no names in passing. */
export function isOnlyDesk(roles: readonly Role[]): boolean {
  return roles.every((role) => role === 'admission');
}

/** Whether one of the functions attends persons. */
export function isProfessional(roles: readonly Role[]): boolean {
  return roles.some((role) => (professionalRoles as readonly Role[]).includes(role));
}

/** The service a role works in; null for roles that attend nobody. */
export const Service = { psychology: 'psychology', social: 'social', legal: 'legal' } as const;
export type Service = (typeof Service)[keyof typeof Service];
export const services = ['psychology', 'social', 'legal'] as const satisfies readonly Service[];

export function serviceOf(role: Role): Service | null {
  if (role === 'psychologist') return 'psychology';
  if (role === 'socialWorker') return 'social';
  return role === 'lawyer' ? 'legal' : null;
}

/** The services somebody works in; one person may hold two roles. */
export function servicesOf(roles: readonly Role[]): Service[] {
  return roles.map(serviceOf).filter((service) => service !== null);
}

/** Whether somebody reads session notes: by function and nothing else, whoever else this person is (D36). */
export function isNoteReader({
  state,
  roles,
}: {
  readonly state: StaffState;
  readonly roles: readonly Role[];
}): boolean {
  return state === 'active' && roles.includes('psychologist');
}

export const staffStateLabels = { active: 'Activo', disabled: 'Deshabilitado' } as const;
export type StaffState = keyof typeof staffStateLabels;

/** Acts that need a second person (D4), each with its own proposal. */
export const proposalLabels = {
  'month-closing': 'Cierre de mes',
  'case-annulment': 'Anulación de ficha',
  'case-closing': 'Cierre de ficha',
  'staff-change': 'Cambio de personal',
  'list-import': 'Importación de una lista',
  'list-import-undo': 'Deshacer una importación',
  'person-merge': 'Unión de personas',
  'person-unmerge': 'Separación de personas',
  'rule-change': 'Cambio en «Tablas y reglas»',
  'attachment-export': 'Entrega de un original',
  'own-copy': 'Copia de los datos de una persona',
  'staff-access-reset': 'Contraseña olvidada',
  'acting-coordinator': 'Encargatura de Coordinación',
  'case-seal': 'Reserva de una ficha',
  'seal-members': 'Acceso a una ficha reservada',
  'reserved-export': 'Archivo reservado de un mes',
} as const;
export type ProposalKind = keyof typeof proposalLabels;

export const proposalStateLabels = {
  pending: 'Pendiente',
  approved: 'Aprobada',
  declined: 'Rechazada',
  withdrawn: 'Retirada',
} as const;

/** Profession of whoever signs, where none was written among the staff. */
export const professionWords = {
  psychology: 'Profesional de Psicología',
  social: 'Profesional de Trabajo Social',
  legal: 'Profesional de Derecho',
} as const satisfies Record<Service, string>;

export const serviceLabels = {
  psychology: 'Psicología',
  social: 'Social',
  legal: 'Legal',
} as const satisfies Record<Service, string>;

/** `already-signed-in` where it is another computer of the centre. */
export const signedInAtWords = (device: string): string =>
  `Su sesión sigue abierta en otra computadora: ${device}. Para seguir aquí escriba otra vez su contraseña; la de allá se cierra.`;

/** Words for the reasons this domain's failures carry. */
export const accessReasons = {
  'second-wrong': 'El usuario o la contraseña de la segunda persona no es correcto. No se cambió nada.',
  'password-again': 'Escriba otra vez su contraseña para continuar.',
  'password-wrong': 'La contraseña no es correcta.',
  'wait-before-retry': 'Espere unos segundos antes de volver a intentar.',
  'access-stopped':
    'Este acceso se cerró después de 100 contraseñas equivocadas seguidas. No se abre solo: avise a Coordinación, que lo restablece en «Personal».',
  'attempts-exhausted': 'Se bloquearon los intentos por una hora. Espere; si no puede esperar, avise a Coordinación.',
  'already-signed-in':
    'Su sesión sigue abierta en otra ventana. Para seguir aquí escriba otra vez su contraseña; la otra ventana se cierra.',
  'attempt-unwritten':
    'No se pudo entrar. Revise el usuario y la contraseña. Además el disco no guarda nada: avise a Soporte técnico.',
  'only-at-keeper':
    'Esto se hace solo en la computadora que guarda el registro: lleva lo que no debe viajar por la red, o es de esa computadora.',
  'keeper-unsound':
    'La computadora que guarda el registro pidió algo que esta no acepta. No se envió su contraseña; avise a Soporte técnico.',
  paused: 'La sesión está en pausa.',
  'not-paused': 'La sesión no está en pausa.',
  'pause-unavailable': 'No hay PIN, o el centro no usa la pausa: se cierra la sesión.',
  'pin-two-tries': 'El PIN no es correcto. Le quedan 2 intentos.',
  'pin-one-try': 'El PIN no es correcto. Le queda 1 intento; después se pide la contraseña.',
  pin: 'El PIN no fue correcto tres veces. Entre con su contraseña.',
  'pin-refused': 'Elija otro PIN.',
  'idle-too-long': 'Elija menos minutos.',
  'second-person': 'Otra persona profesional del centro debe aprobarlo.',
  'own-proposal': 'Quien propone no puede aprobar.',
  'proposal-decided': 'La propuesta ya fue decidida.',
  'login-taken': 'Ese usuario ya existe. Elija otro.',
  'last-coordinator': 'El centro no puede quedarse sin Coordinación.',
  'password-refused': 'Elija otra contraseña; la frase que se propone sirve.',
  'password-must-change': 'Antes de continuar, cambie la contraseña que le entregaron.',
  'party-to-act': 'La propuesta es sobre usted: debe decidirla otra persona profesional.',
  'recovery-key-needed': 'Esta decisión pide la clave de recuperación. Escríbala como está en el papel.',
  'recovery-key-not-needed': 'Otra persona profesional puede decidirlo: la clave de recuperación no se usa.',
  'disable-self': 'Nadie puede retirarse el acceso a sí misma. Pídalo a otra persona de Coordinación.',
  'last-approver':
    'Quedaría menos de dos profesionales con acceso y nadie podría aprobar por la otra. Escriba la clave de recuperación para continuar.',
  'not-disabled': 'Esta persona ya tiene acceso.',
  'reset-self': 'Su propia contraseña se cambia en «Ajustes», «Mi contraseña».',
  'reset-disabled': 'Esta persona no tiene acceso: primero proponga devolvérselo.',
  'reset-pending': 'Ya hay una propuesta igual por decidir, en «Aprobaciones».',
  'reset-not-coordinator': 'Así se ayuda solo a Coordinación. Las demás contraseñas las restablece Coordinación.',
  'coordinator-can-reset': 'Hay otra persona en Coordinación: ella puede restablecer la contraseña.',
  'code-expired': 'Ese código venció: valía 24 horas. Pida otro a Coordinación.',
  'period-order': 'El último día no puede ser antes del primero.',
  'period-past': 'El primer día no puede haber pasado.',
  'period-too-long': 'Un reemplazo dura 30 días como máximo. Si hace falta más, registre otro al terminar.',
  'cover-self': 'Elija a otra persona: nadie se reemplaza a sí misma.',
  'cover-other-service': 'Elija a alguien del mismo servicio.',
  'cover-disabled': 'Esa persona no tiene acceso. Elija a otra.',
  'cover-overlaps': 'Esos días ya la reemplaza otra persona. Termine ese reemplazo o cambie las fechas.',
  'cover-ended': 'Ese reemplazo ya terminó.',
  'acting-too-long': 'Una encargatura dura 90 días como máximo.',
  'acting-disabled': 'Esa persona no tiene acceso. Elija a otra.',
  'acting-not-professional': 'Elija a una persona profesional del centro.',
  'acting-coordinator-already': 'Esa persona ya es de Coordinación.',
  'acting-overlaps': 'Esos días ya hay una encargatura. Termínela o cambie las fechas.',
  'acting-own': 'Quien está a cargo no puede prolongar ni ampliar su propio encargo.',
  'acting-ended': 'Esa encargatura ya terminó.',
  'counterpart-off': 'El centro no tiene encendida esa contraparte. Coordinación la enciende en «Ajustes», «Centro».',
  'read-only-session':
    'El registro está en solo lectura: no se guardó nada. Anótelo en papel. Qué pasó y cómo sigue: en «Auditoría».',
} as const;
