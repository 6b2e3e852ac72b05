/** What of a file is seen inside the program: pages, an image without its metadata, or text. */
import type { FileType } from '../../shared/attachments/index.ts';
import { shownImage } from './images.ts';
import { docxText } from './office.ts';

export type Shown = {
  readonly shownAs: 'pages' | 'image' | 'text' | 'nothing';
  readonly mediaType: string;
  readonly bytes: Uint8Array | null;
};

const nothing: Shown = { shownAs: 'nothing', mediaType: 'application/octet-stream', bytes: null };

function textBytes(text: string): Shown {
  return { shownAs: 'text', mediaType: 'text/plain', bytes: Buffer.from(text, 'utf8') };
}

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** @param isReadable false for a PDF that its password keeps closed */
export async function showFile(type: FileType, bytes: Uint8Array, isReadable: boolean): Promise<Shown> {
  if (type === 'pdf') return isReadable ? { shownAs: 'pages', mediaType: 'application/pdf', bytes } : nothing;
  if (type === 'jpg' || type === 'png') {
    return { shownAs: 'image', mediaType: 'image/jpeg', bytes: await shownImage(bytes) };
  }
  if (type === 'txt') return textBytes(decodeText(bytes));
  if (type === 'docx') return textBytes(docxText(bytes) ?? '');
  return nothing;
}

export const mediaTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
} as const satisfies Record<FileType, string>;
