/** Closed codes of identity documents and contact (identity part of the register form; FVR instructive). */
import { codesOf } from '../platform/codes-of.ts';

export const documentKindLabels = {
  dni: 'DNI',
  foreignerCard: 'Carné de extranjería',
  temporaryPermit: 'PTP, CPP',
  passport: 'Pasaporte',
  foreignId: 'Cédula extranjera',
  birthCertificate: 'Partida de nacimiento',
  other: 'Otro',
} as const;
export type DocumentKind = keyof typeof documentKindLabels;
export const documentKinds = codesOf(documentKindLabels);

export const documentStateLabels = {
  known: 'Número registrado',
  notCarriedKnown: 'No porta el documento, recuerda el número',
  notCarriedForgotten: 'No lo lleva consigo y no recuerda el número',
  inProcess: 'En trámite',
  none: 'No tiene',
  notAsked: 'No se preguntó',
} as const;
export type DocumentState = keyof typeof documentStateLabels;
export const documentStates = codesOf(documentStateLabels);

/** An unknown aggressor or a newborn is a state, never «NN» typed as a name. */
export const nameStateLabels = {
  known: 'Nombre conocido',
  partial: 'Nombre incompleto',
  unknown: 'Nombre no conocido',
} as const;

/** TIPO_VIA_DOMICILIO, in the order of the list. */
export const streetKindLabels = {
  avenue: 'Avenida',
  street: 'Calle',
  jiron: 'Jirón',
  passage: 'Pasaje',
  road: 'Carretera',
  other: 'Otro',
} as const;
export type StreetKind = keyof typeof streetKindLabels;
export const streetKinds = codesOf(streetKindLabels);

/** What stands for the name of a person of a reserved ficha, or of one closed to the reader (decision D2). */
export const underReviewName = 'Requiere revisión';

export const matchLevelLabels = { probable: 'Probable', possible: 'Posible' } as const;

/** What a candidate is in other cases, for readers who may know it. */
export const knownAsLabels = {
  user: 'Figura como persona usuaria en otra ficha.',
  aggressor: 'Figura como presunta persona agresora en otra ficha.',
  related: 'Figura como familiar, informante u otra persona en otra ficha.',
} as const;

/** Words for the reasons of this domain's failures. */
export const peopleReasons = {
  'no-open-arrival': 'Registre primero la llegada: la búsqueda por nombre se abre con ella.',
  'merge-same-pair': 'Son persona usuaria y presunta persona agresora de una misma ficha: no pueden ser la misma.',
  'merge-same-case':
    'En una misma ficha una es la persona usuaria y la otra su familiar o testigo: no pueden ser la misma.',
  'merge-proposed': 'Ya hay una propuesta pendiente. Espere a que se decida.',
  'told-apart-nowhere':
    'Ninguna de las dos es persona usuaria o presunta persona agresora de una ficha: no hay dónde decirlo. No cambió nada.',
  'merge-changed':
    'Los datos cambiaron desde que se propuso. No se unió nada: rechace la propuesta y compare otra vez.',
  'merge-undone': 'Esta unión ya se deshizo.',
  'merge-later-first': 'Hay una unión posterior de la misma persona. Deshaga primero esa.',
  'too-many-searches': 'Hizo muchas búsquedas en una hora. Espere o pida ayuda a Coordinación.',
  'match-map': 'El mapa de columnas no se entiende. No se escribió nada.',
  'match-csv': 'El archivo de personas no se puede usar. Corríjalo; no se escribió nada.',
  'match-out-exists': 'El archivo de salida ya existe. No se reemplaza; elija otro nombre.',
  'match-out': 'No se pudo escribir en la carpeta de salida. Revise la carpeta y sus permisos; no quedó nada a medias.',
} as const;
