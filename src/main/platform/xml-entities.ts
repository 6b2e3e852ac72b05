/**
 * Definitions inside an XML part: they let a few bytes become gigabytes, or name a file of this computer (bad inputs,
 * row 89). No program for writing letters, lists or PDF needs one, so none is read.
 */
const words = ['<!DOCTYPE', '<!ENTITY'];
const needles = words.flatMap((word) => {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word, 'latin1'), wide, Buffer.from(wide).swap16()];
});

/** Begins as XML does, behind the mark of an encoding or white space. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?[\s\0]*</.test(start);
}

/** In either byte order of UTF-16 too. */
export function hasEntities(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return needles.some((needle) => file.includes(needle));
}
