/** Closed codes of presenting: where a writ was left, what was answered, why a presentation is annulled. */
import { codesOf } from '../../platform/codes-of.ts';

/** Where a proceeding stands when the writ is left there; ours, for the indicators of the central register. */
export const instanceLabels = {
  police: 'Comisaría (PNP)',
  prosecutor: 'Fiscalía',
  court: 'Juzgado o sala',
  other: 'Otra entidad',
} as const;
export type Instance = keyof typeof instanceLabels;
export const instances = codesOf(instanceLabels);

/** `draft` is the form not issued yet; a presentation and its answer are records of their own. */
export const filingStateLabels = {
  draft: 'Borrador',
  issued: 'Emitido, por presentar',
  presented: 'Presentado',
  answered: 'Con respuesta',
} as const;
export type FilingState = keyof typeof filingStateLabels;

export const answerKindLabels = {
  granted: 'Concedido',
  partly: 'Concedido en parte',
  denied: 'Denegado',
  observed: 'Observado: hay que subsanar',
  transferred: 'Corrió traslado',
  noted: 'Téngase presente',
  other: 'Otra respuesta',
} as const;
export type AnswerKind = keyof typeof answerKindLabels;

export const presentationAnnulReasonLabels = {
  wrongFiling: 'Se registró en otro escrito',
  wrongData: 'Los datos del cargo están mal',
  returned: 'La mesa de partes lo devolvió',
  twice: 'Se registró dos veces',
  other: 'Otro',
} as const;
export type PresentationAnnulReason = keyof typeof presentationAnnulReasonLabels;

/** How a signed or edited version differs from the one that was issued. */
export const comparisonWords = {
  same: 'Dice lo mismo que el escrito emitido.',
  changed: 'No dice lo mismo que el escrito emitido. Lea los cambios antes de continuar.',
  'other-paper': 'No parece el mismo escrito: casi todo es distinto. Revise si eligió el archivo correcto.',
  'no-text': 'Es una imagen sin texto: el programa no puede compararlo. Compárelo usted con el escrito emitido.',
  unreadable: 'No se pudo leer el archivo para compararlo.',
} as const;
export type Comparison = keyof typeof comparisonWords;
export const comparisons = codesOf(comparisonWords);

export const bundleLimits = {
  /** Annexes of one writ: letters A to Z, then AA. */
  annexes: 60,
  /** Megabytes a desk may state. */
  mostMegabytes: 200,
  pages: 2000,
} as const;

export const presentingReasons = {
  'presented-date': 'Revise la fecha y la hora de presentación.',
  'presented-already': 'Este escrito ya consta como presentado. Para corregirlo, anule primero esa presentación.',
  'presented-file': 'Ese archivo no está en esta ficha, está anulado o no sirve para esto.',
  'presentation-annulled': 'Esta presentación está anulada.',
  'presentation-answered': 'Esta presentación ya tiene respuesta: no se anula.',
  'changes-not-accepted': 'La versión firmada no es igual a la emitida. Léala y confirme que es la que se presentó.',
  'answered-date': 'Revise la fecha de la respuesta.',
  'annex-not-printable': 'Ese archivo no puede ir como anexo: solo PDF sin contraseña, JPG o PNG.',
  'annex-places':
    'Ese archivo dice ser el anexo B de la ficha de riesgo, con los lugares donde está ella: no va con un escrito que se notifica. Quítelo; si es otra cosa, corrija su descripción.',
  'annex-not-looked-at':
    'Un anexo es de Psicología o de Trabajo social, o es la ficha de riesgo. Revise sus páginas y márquelo antes de armar el PDF.',
  'annex-damaged': 'Un anexo está dañado o falta. Recupérelo de una copia antes de armar la presentación.',
  'page-over-limit': 'Una sola página de un anexo pasa del tamaño que admite la mesa de partes. Reduzca las imágenes.',
  'bundle-over-limit':
    'La presentación pasa del tamaño que admite esta mesa de partes electrónica, que recibe un solo PDF. No se armó nada: lo que más pesa está señalado.',
  'bundle-too-long': 'La presentación pasa de 2,000 páginas.',
} as const;
