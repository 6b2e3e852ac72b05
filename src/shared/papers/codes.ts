/** Closed lists of the document and print registers (security design §8). */
import { codesOf } from '../platform/codes-of.ts';

export const documentKindLabels = {
  filing: 'Escrito',
  'reserved-sheet': 'Anexo reservado',
  referral: 'Ficha de derivación',
  'monthly-report': 'Reporte o tablas de un mes',
  'register-sheet': 'Hoja para el registro central',
  'official-letter': 'Oficio',
  'psychological-report': 'Informe psicológico',
  'social-report': 'Informe de trabajo social',
  'day-sheet': 'Hoja del día',
  'hearing-sheet': 'Hoja de audiencia',
  'neutral-card': 'Tarjeta de recordatorio',
  'custody-receipt': 'Acta de recepción',
  'location-sheet': 'Anexo B reservado',
  'own-copy': 'Copia de los datos de una persona',
} as const;
export type DocumentKind = keyof typeof documentKindLabels;
export const documentKinds = codesOf(documentKindLabels);

/** The kind before the number, unless the number begins with it: «Escrito N.º 2 · E-2026-000002». */
export function documentWords(kind: DocumentKind, number: string): string {
  const label = documentKindLabels[kind];
  return number.startsWith(label) ? number : `${label}: ${number}`;
}

/** Row of the permission table that lets a kind be seen, saved and printed. */
export const kindActions: Readonly<Record<DocumentKind, string>> = {
  filing: 'print.filing',
  'reserved-sheet': 'print.reservedSheet',
  referral: 'print.referral',
  'monthly-report': 'report.readFrozen',
  'register-sheet': 'print.wholeCase',
  'official-letter': 'filing.compose',
  'psychological-report': 'print.psychologicalReport',
  'social-report': 'print.socialReport',
  'day-sheet': 'deadline.read',
  'hearing-sheet': 'legalFile.read',
  'neutral-card': 'print.appointmentSlip',
  'custody-receipt': 'print.referral',
  'location-sheet': 'print.reservedSheet',
  'own-copy': 'ownCopy.read',
};

/** Template of the card of a safety plan: its kind is that of every card. */
export const safetyCardTemplate = 'safety-card@1';
/** Template of the copy of one person's data: every one is decided and approved by itself. */
export const ownCopyTemplate = 'own-copy@1';
/** A paper of which no copy is made: it is made anew from what holds today. */
export const isMadeAnew = ({ template }: { readonly template: string }): boolean =>
  template === safetyCardTemplate || template === ownCopyTemplate;

/** How a copy leaves the program. */
export const copyWayLabels = { save: 'Guardada fuera', print: 'Impresa' } as const;
export type CopyWay = keyof typeof copyWayLabels;
export const copyWays = codesOf(copyWayLabels);

/** `court`: number and page alone, for who receives it. `office`: with seal and code, for the archive of the centre (D13). */
export const copyEditionLabels = {
  court: 'Para quien la recibe',
  office: 'De oficina',
} as const;
export type CopyEdition = keyof typeof copyEditionLabels;

export const copyFormatLabels = { pdf: 'PDF', docx: 'Word' } as const;
export type CopyFormat = keyof typeof copyFormatLabels;

export const copyStateLabels = {
  requested: 'Registrada, sin enviar',
  sent: 'Enviada',
  confirmed: 'Salió bien',
  failed: 'No salió',
} as const;
export type CopyState = keyof typeof copyStateLabels;

/** What became of a file that is no copy of a paper, in the words of copies. */
export const savedFileStateLabels = {
  requested: 'Registrado, sin guardar',
  sent: 'Guardado',
  failed: 'No se guardó',
} as const;
export type SavedFileState = keyof typeof savedFileStateLabels;

/** Where a file was saved: `removable` a stick or another drive, `allowed` outside this computer with leave. */
export const savedPlaces = ['computer', 'removable', 'allowed'] as const;
export type SavedPlace = (typeof savedPlaces)[number];

/** What is said of a paper or file that somebody brings. */
export const verdictLabels = {
  genuine: 'Auténtico: está emitido por este centro y no fue cambiado.',
  changed: 'Cambiado: este centro emitió un documento con ese número, pero el archivo no es el mismo.',
  unknown: 'Desconocido: este centro no emitió ningún documento con ese código.',
} as const;
export type Verdict = keyof typeof verdictLabels;
export const verdicts = codesOf(verdictLabels);

/** What a paper of the kind is called as a file. */
export const documentFileWords = {
  filing: 'escrito',
  'reserved-sheet': 'anexo-reservado',
  referral: 'derivación',
  'monthly-report': 'reporte-mensual',
  'register-sheet': 'hoja-de-registro',
  'official-letter': 'oficio',
  'psychological-report': 'informe-psicológico',
  'social-report': 'informe-social',
  'day-sheet': 'hoja-del-día',
  'hearing-sheet': 'hoja-de-audiencia',
  'neutral-card': 'recordatorio',
  'custody-receipt': 'acta-de-recepción',
  'location-sheet': 'anexo-b-reservado',
  'own-copy': 'copia-de-datos',
} as const satisfies Record<DocumentKind, string>;

/** Beside a file that was saved somewhere else than a disk of this computer. */
export const savedPlaceWarnings = {
  computer: null,
  removable: 'En una memoria USB u otro disco: quien lo encuentre puede leerlo.',
  allowed: 'En una carpeta fuera de esta computadora que Coordinación permite.',
} as const satisfies Record<SavedPlace, string | null>;

/** What became of a copy that is no more. */
export const removedLabels = {
  save: 'Eliminado del disco',
  print: 'Destruida',
} as const satisfies Record<CopyWay, string>;

/** Who a copy usually goes to and why; the document itself says it better where it names its addressee. */
export const usualCopy = {
  filing: { recipient: 'Mesa de partes del juzgado', purpose: 'Presentar el escrito' },
  'reserved-sheet': { recipient: 'Mesa de partes del juzgado', purpose: 'Presentar en sobre cerrado' },
  referral: { recipient: 'Establecimiento de salud', purpose: 'Derivación de la persona usuaria' },
  'monthly-report': { recipient: 'Coordinación', purpose: 'Archivo del centro' },
  'register-sheet': { recipient: 'Equipo del centro', purpose: 'Digitar en el registro central' },
  'official-letter': { recipient: 'Mesa de partes del despacho', purpose: 'Presentar el oficio' },
  'psychological-report': { recipient: 'Mesa de partes del despacho', purpose: 'Adjuntar al oficio' },
  'social-report': { recipient: 'Mesa de partes del despacho', purpose: 'Adjuntar al oficio' },
  'day-sheet': { recipient: 'Equipo del centro', purpose: 'Plazos y audiencias sin computadora' },
  'hearing-sheet': { recipient: 'Quien asiste a la audiencia', purpose: 'Asistir a la audiencia' },
  'neutral-card': { recipient: 'Persona usuaria', purpose: 'Recordar el día y la hora' },
  'custody-receipt': { recipient: 'Policía Nacional o fiscalía', purpose: 'Entrega de lo recibido' },
  'location-sheet': { recipient: 'Policía Nacional, fiscalía o juzgado', purpose: 'Entregar en sobre cerrado' },
  'own-copy': { recipient: 'Persona usuaria', purpose: 'Entrega en mano de la copia de sus datos' },
} as const satisfies Record<DocumentKind, { readonly recipient: string; readonly purpose: string }>;

/** The copy that stays in the centre. */
export const officeCopy = { recipient: 'Archivo del centro', purpose: 'Cargo y archivo' } as const;

/** Of a further copy for the receiver, which comes back stamped. */
export const cargoPurpose = 'Cargo, para que lo sellen';

export const papersReasons = {
  'paper-not-begun': 'Este papel no se empezó en esta sesión. Ábralo otra vez desde el caso.',
  'no-word-file': 'Este documento se emitió antes de que hubiera archivos de Word. Guárdelo en PDF.',
  'office-copy-pdf': 'La copia de oficina lleva sello y código: se hace solo en PDF.',
  'printer-virtual':
    'Esa impresora no imprime en papel: deja un archivo fuera del programa. Elija otra, o pida a Coordinación que la permita.',
  'printer-unknown': 'Esa impresora ya no está conectada. No se imprimió nada: elija otra.',
  'printer-choose':
    'No se sabe a cuál impresora enviarlo: hay varias y Windows no dice cuál es la de siempre. Póngala como predeterminada en «Impresoras y escáneres» y presione otra vez.',
  'nothing-to-repeat': 'De esas copias no queda ninguna por imprimir otra vez. Mire el registro de impresiones.',
  'reserved-receiver':
    'El anexo B va solo al despacho para el que se emitió. No se hizo ninguna copia: emítalo de nuevo para otro despacho.',
  'card-made-anew':
    'De la tarjeta del plan de seguridad no se hacen copias: se hace otra en Plan de seguridad, con lo que dice hoy.',
  'own-copy-once':
    'De la copia de los datos de una persona no se hacen otras copias: se prepara otra en «Sus datos», con otro pedido.',
  'batch-too-big': 'Son más de 200 copias en una sola vez. Imprima por partes.',
  'batch-busy': 'Estas copias ya se están enviando.',
  'batch-stopped': 'Se detuvo. Las copias que no salieron quedaron registradas como no entregadas.',
  'batch-stopped-early': 'Se detuvo antes de enviar. No salió ninguna copia.',
  'copy-gone': 'Esa copia ya consta como destruida o eliminada.',
  'copy-not-saved': 'Esa copia no salió: no hay nada que destruir ni eliminar.',
  'saved-file-gone': 'Ese archivo ya consta como eliminado del disco.',
  'saved-file-not-saved': 'Ese archivo no se guardó: no hay nada que eliminar.',
  'reserved-place-in-text':
    'En el texto hay un dato en reserva (domicilio, teléfono, correo o albergue). No se emitió. Quítelo de donde está escrito.',
  'not-printable':
    'Hay un carácter que las letras del programa no pueden imprimir. No se hizo el documento; lo escrito se conserva.',
  'number-taken': 'Otra persona emitió un documento al mismo tiempo. No se emitió nada: vuelva a emitir.',
  'copy-not-delivered': 'No se pudo guardar la copia. Quedó registrada como no entregada.',
  'document-damaged': 'El documento guardado no coincide con su código. Avise a Coordinación.',
} as const;
