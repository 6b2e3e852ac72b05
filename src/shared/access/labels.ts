/** Words of the access domain on screen and paper. */
import type { ProposalKind, Role, Service, StaffState } from './codes.ts';

export const roleLabels = {
  admission: 'Admisión',
  psychologist: 'Psicología',
  socialWorker: 'Trabajo social',
  lawyer: 'Servicio legal',
  preventionOfficer: 'Promoción',
  coordinator: 'Coordinación',
  technicalSupport: 'Soporte técnico',
  auditor: 'Auditoría (visita)',
} as const satisfies Record<Role, string>;

export const serviceLabels = {
  psychology: 'Psicología',
  social: 'Social',
  legal: 'Legal',
} as const satisfies Record<Service, string>;

export const staffStateLabels = { active: 'Activo', disabled: 'Deshabilitado' } as const satisfies Record<
  StaffState,
  string
>;

export const proposalLabels = {
  'month-closing': 'Cierre de mes',
  'case-annulment': 'Anulación de ficha',
  'staff-change': 'Cambio de personal',
  'list-import': 'Importación de una lista',
  'list-import-undo': 'Deshacer una importación',
  'person-merge': 'Unión de personas',
  'person-unmerge': 'Separación de personas',
  'rule-change': 'Cambio en «Tablas y reglas»',
  'attachment-export': 'Entrega de un original',
  'case-seal': 'Reserva de una ficha',
  'seal-members': 'Acceso a una ficha reservada',
} as const satisfies Record<ProposalKind, string>;

/** Words for the reasons this domain's failures carry. */
export const accessReasons = {
  'password-again': 'Escriba otra vez su contraseña para continuar.',
  'password-wrong': 'La contraseña no es correcta.',
  'wait-before-retry': 'Espere unos segundos antes de volver a intentar.',
  'attempts-exhausted': 'Se bloquearon los intentos por una hora. Espere; si no puede esperar, avise a Coordinación.',
  'already-signed-in':
    'Su sesión sigue abierta en otra ventana. Para seguir aquí escriba otra vez su contraseña; la otra ventana se cierra.',
  'attempt-unwritten':
    'No se pudo entrar. Revise el usuario y la contraseña. Además el disco no guarda nada: avise a Soporte técnico.',
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
  'read-only-session': 'El registro está en modo de solo lectura hasta que se revise el archivo.',
} as const;
