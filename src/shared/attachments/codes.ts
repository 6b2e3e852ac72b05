/** Closed codes of the files of a case, and their limits (bad inputs, group F). */
import { codesOf } from '../platform/codes-of.ts';

/** What may be kept: the allow-list of bad input 71. */
export const fileTypeLabels = {
  pdf: 'PDF',
  jpg: 'Imagen JPG',
  png: 'Imagen PNG',
  heic: 'Imagen HEIC',
  mp3: 'Audio MP3',
  m4a: 'Audio M4A',
  ogg: 'Audio OGG',
  opus: 'Audio OPUS',
  mp4: 'Video MP4',
  docx: 'Documento de Word',
  xlsx: 'Hoja de Excel',
  txt: 'Texto',
} as const;
export type FileType = keyof typeof fileTypeLabels;
export const fileTypes = codesOf(fileTypeLabels);

/**
 * Whose file it is: a service reads and adds what belongs to its own area (security design §5.3, `ownArea`). `common`
 * belongs to all three (the copy of a document of identity serves every service).
 */
export const fileAreaLabels = {
  common: 'Común a los tres servicios',
  psychology: 'Psicología',
  social: 'Trabajo social',
  legal: 'Legal',
} as const;
export type FileArea = keyof typeof fileAreaLabels;
export const fileAreas = codesOf(fileAreaLabels);

/** What the file is, in the words of the centre; ours. */
export const fileKindLabels = {
  identity: 'Documento de identidad',
  civilRecord: 'Partida o acta',
  medical: 'Documento médico',
  complaint: 'Denuncia',
  decision: 'Resolución o disposición',
  notification: 'Notificación',
  photo: 'Fotografía',
  messages: 'Mensajes o capturas de pantalla',
  recording: 'Audio o video',
  report: 'Informe',
  signedWrit: 'Escrito firmado',
  receipt: 'Cargo de presentación',
  expenses: 'Comprobante de gastos o ingresos',
  other: 'Otro',
} as const;
export type FileKind = keyof typeof fileKindLabels;

/** What a reader should know before trusting or opening the file. */
export const fileWarningLabels = {
  'pdf-script': 'El PDF trae instrucciones que otro programa podría ejecutar. Aquí no se ejecutan.',
  'pdf-launch': 'El PDF intenta abrir un programa o una página. Aquí no se abre.',
  'pdf-embedded': 'El PDF lleva otros archivos dentro. Aquí no se abren.',
  'pdf-forms': 'El PDF es un formulario que otros programas muestran distinto.',
  'pdf-password': 'El PDF tiene contraseña: se guarda, pero no se puede ver aquí ni presentar.',
  'pdf-many-pages': 'El PDF tiene muchas páginas.',
  'image-location': 'El original guarda el lugar donde se tomó la foto. La copia que se ve e imprime no lo lleva.',
  'image-animated': 'La imagen tiene movimiento: se ve solo el primer cuadro.',
  'not-shown': 'Este tipo de archivo se guarda, pero no se puede ver dentro del programa.',
} as const;
export type FileWarning = keyof typeof fileWarningLabels;

/** Links of the chain of custody: what happened to the file from the day it came in. */
export const custodyKindLabels = {
  received: 'Entró al registro',
  receivedAgain: 'Se recibió otra vez, idéntico',
  described: 'Se corrigió su descripción',
  exportProposed: 'Se pidió entregar el original',
  exported: 'Se entregó una copia del original',
  changedOutside: 'El archivo guardado no coincide con su huella',
  moved: 'Pasó a otra ficha',
  annulled: 'Se anuló',
  presented: 'Se presentó con un escrito',
  returned: 'Devuelto con el escrito por la mesa de partes',
} as const;
export type CustodyKind = keyof typeof custodyKindLabels;

export const fileAnnulReasonLabels = {
  wrongFile: 'Se eligió un archivo equivocado',
  otherCase: 'Es de otro caso',
  unreadable: 'No se puede leer',
  asked: 'Lo pidió la persona usuaria',
  other: 'Otro',
} as const;
export type FileAnnulReason = keyof typeof fileAnnulReasonLabels;

export const exportReasonLabels = {
  court: 'Para el juzgado',
  prosecutor: 'Para la fiscalía',
  police: 'Para la policía',
  health: 'Para un establecimiento de salud',
  person: 'Para la persona usuaria',
  other: 'Otro',
} as const;
export type ExportReason = keyof typeof exportReasonLabels;

const mebibyte = 1024 * 1024;

/** Limits of the project, told in a sentence when a file is larger. */
export const fileLimits = {
  bytes: 50 * mebibyte,
  /** Bytes and number of the files of one case. */
  caseBytes: 1024 * mebibyte,
  caseFiles: 300,
  /** Width × height of an image (bad input 75). */
  pixels: 60_000_000,
  /** Bytes, entries and growth of a file that is a ZIP inside (bad input 74). */
  unpacked: 200 * mebibyte,
  entries: 2000,
  ratio: 100,
  /** Pages of a PDF beyond which a reader is warned (bad input 76). */
  pages: 500,
} as const;

/** Bytes of one piece of a sent file: base64 of it stays far below the limit of a message. */
export const filePiece = 480 * 1024;

const allowed = 'Se aceptan PDF, JPG, PNG, HEIC, MP3, M4A, OGG, OPUS, MP4, DOCX, XLSX y TXT.';

/** Reasons a failure of this domain may carry. */
export const attachmentReasons = {
  'file-empty': 'El archivo está vacío. Elija otro; no se guardó nada.',
  'file-too-big': 'El archivo pasa de 50 MB. Redúzcalo o divídalo; no se guardó nada.',
  'file-case-full': 'La ficha llegó a su límite de archivos (300, o 1 GB en total). No se guardó nada.',
  'file-kind-refused': `Ese tipo de archivo no se guarda. ${allowed}`,
  'file-name-refused': 'El nombre del archivo tiene signos ocultos que lo disfrazan. No se guardó nada.',
  'file-kind-differs': `Lo que hay dentro no es lo que dice el nombre del archivo. No se guardó nada. ${allowed}`,
  'file-two-kinds': 'El archivo es de dos tipos a la vez, como los que esconden programas. No se guardó nada.',
  'file-damaged': 'El archivo está dañado o cortado y no se puede leer. Cópielo otra vez; no se guardó nada.',
  'file-unpacks-too-big': 'Al abrirse, el archivo crece de manera anormal. No se guardó nada.',
  'file-pdf-grows':
    'Una parte del PDF crece de manera anormal al abrirse y podría bloquear la computadora. No se guardó nada; pida otra copia, o imprímalo desde donde lo recibió y escanéelo.',
  'file-slow':
    'Leer el PDF tardó demasiado en esta computadora. No se guardó nada; cierre otros programas e inténtelo otra vez, o pida otra copia.',
  'file-pdf-endless':
    'El PDF pasa de 10,000 páginas, o sus páginas se repiten sin fin. No se guardó nada; divídalo o pida otra copia.',
  'file-entities':
    'El archivo trae definiciones ocultas que podrían bloquear la computadora o leer otros archivos. No se guardó nada; pida otra copia, o guárdelo con otro nombre desde Word o Excel.',
  'file-macros': 'El archivo trae macros, enlaces o plantillas de fuera. Guárdelo sin ellos y elíjalo otra vez.',
  'file-inside-file': 'El archivo lleva otros archivos dentro. Sáquelos y elija cada uno por separado.',
  'file-image-too-big': 'La imagen pasa de 60 millones de puntos. Redúzcala; no se guardó nada.',
  'file-known': 'Ese mismo archivo ya está en esa área de la ficha.',
  'file-changed': 'El archivo guardado ya no es el que entró al registro. No se entrega; avise a Coordinación.',
  'file-is-annulled': 'Este archivo está anulado.',
  'file-in-use': 'Este archivo prueba una presentación o su respuesta: no se anula ni se mueve.',
  'export-not-approved': 'Entregar el original necesita la aprobación de otra persona, dada en las últimas 24 horas.',
  'export-file-moved': 'Ese archivo pasó a otra ficha: la solicitud ya no vale. Rechácela.',
  'export-asked-already': 'Ya se pidió entregar este archivo. Falta que otra persona lo apruebe.',
} as const;
