/** Closed codes of the files of a case, and their limits (bad inputs, group F). */

/** What may be kept: the allow-list of bad input 71. */
export const fileTypes = [
  'pdf',
  'jpg',
  'png',
  'heic',
  'mp3',
  'm4a',
  'ogg',
  'opus',
  'mp4',
  'docx',
  'xlsx',
  'txt',
] as const;
export type FileType = (typeof fileTypes)[number];

/**
 * Whose file it is: a service reads and adds what belongs to its own area (security design §5.3, `ownArea`). `common`
 * belongs to all three (the copy of a document of identity serves every service).
 */
export const fileAreas = ['common', 'psychology', 'social', 'legal'] as const;
export type FileArea = (typeof fileAreas)[number];

/** What the file is, in the words of the centre; ours. */
export const fileKinds = [
  'identity',
  'civilRecord',
  'medical',
  'complaint',
  'decision',
  'notification',
  'photo',
  'messages',
  'recording',
  'report',
  'signedWrit',
  'receipt',
  'expenses',
  'other',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a reader should know before trusting or opening the file. */
export const fileWarnings = [
  'pdf-script',
  'pdf-launch',
  'pdf-embedded',
  'pdf-forms',
  'pdf-password',
  'pdf-many-pages',
  'image-location',
  'image-animated',
  'not-shown',
] as const;
export type FileWarning = (typeof fileWarnings)[number];

/** Links of the chain of custody: what happened to the file from the day it came in. */
export const custodyKinds = [
  'received',
  'receivedAgain',
  'described',
  'exportProposed',
  'exported',
  'changedOutside',
  'moved',
  'annulled',
  'presented',
] as const;
export type CustodyKind = (typeof custodyKinds)[number];

export const fileAnnulReasons = ['wrongFile', 'otherCase', 'unreadable', 'asked', 'other'] as const;
export type FileAnnulReason = (typeof fileAnnulReasons)[number];

export const exportReasons = ['court', 'prosecutor', 'police', 'health', 'person', 'other'] as const;
export type ExportReason = (typeof exportReasons)[number];

const mebibyte = 1024 * 1024;

/** Limits of the project, told in a sentence when a file is larger. */
export const fileLimits = {
  /** Bytes of one file. */
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
