/**
 * The one text pipeline (bad inputs, groups A and B): what is typed becomes what is stored, always in this order.
 *
 * Passwords never pass through it.
 */
import { z } from './zod.ts';

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' });

/** Length as a person counts it: one for a letter with its accents, one for a family emoji. */
export function graphemeLength(text: string): number {
  return [...graphemes.segment(text)].length;
}

/**
 * Lone surrogates → U+FFFD, line ends → LF, controls and bidi marks dropped, NFC, outer white space trimmed.
 *
 * NFC comes after dropping: an invisible character may stand between a letter and its mark.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
      // oxlint-disable-next-line no-control-regex -- dropping control characters is what this is for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .replace(/[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(
        /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu,
        '',
      )
      .normalize('NFC')
      .replace(/^[\s\u3164]+|[\s\u3164]+$/g, '')
  );
}

/** Text for a field of at most `max` graphemes; empty after cleaning is refused. */
export function cleanedText(max: number) {
  return z
    .string()
    .max(max * 16, { error: `Máximo ${max} caracteres.` })
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1)
        // No text is longer in letters than in code units: those are counted for little, letters are not.
        .refine((text) => text.length <= max || graphemeLength(text) <= max, { error: `Máximo ${max} caracteres.` })
        .refine((text) => !/\p{M}{11,}/u.test(text), { error: 'Hay demasiados signos sobre una letra.' }),
    );
}

/** Small letters without accents, to compare or to find: «nana» finds Ñaña. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
