/** What no name of a person holds, in words for the cell. Pure. */
export type Defect = { readonly severity: 'error' | 'ask'; readonly message: string };

/** «NN», «desconocido»: a state, never text typed as a name. */
export const nobodyWords =
  /^(?:nn|n n|n\.n\.?|n\/n|no registra|no (?:lo |la )?(?:sabe|conoce|precisa|indica|refiere)|(?:se )?desconoc(?:e|id[oa])|no identificad[oa]|ningun[oa]|s n|s\/n|sin (?:datos?|nombre)|-+|x|\?+|\.+)$/i;

const wrongLetters =
  'Tiene signos de otra codificación: al nombre le faltan letras. Escríbalo, o cambie la codificación del archivo.';

/** Signs that stand where a letter was lost: of another code page, or put for one that could not be written. */
const lost = /[\u0080-\u009f\ufffd¡¢£¤¥§¨¬±µ¶¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ│┤╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬]|\p{L}\?|\?\p{L}|&#?\w+;/u;
/** An accented letter of CP850 that Windows shows as another one. */
const foreign = /[àèìòùâêîôûãõäëïöÿåæøðþßÃÂÀÈÌÒÙÊÎÔÛÕÄËÏÖÅÆØÐÞÝý×÷]/;
const mixedCase = /\p{Lu}{2,}[áéíóúñ]|\p{Lu}[áéíóúñ]\p{Lu}|\p{Ll}\u00a0\p{Ll}/u;

/** Two names joined in one cell: «Rosa y Juan», «Rosa / Juan», a line end between them. */
const joined = /\s(?:y|e|con|&|\+)\s|[/;&+|]|[\r\n\u2028\u2029]/iu;
const titles = /^(?:sr|sra|srta|don|do[ñn]a|dr|dra|menor|adolescente|ni[ñn][oa])\b\.?/iu;

const checks: readonly (readonly [RegExp, Defect])[] = [
  [lost, { severity: 'error', message: wrongLetters }],
  [
    foreign,
    { severity: 'ask', message: 'Tiene letras que el castellano no usa: quizá se leyó con otra codificación.' },
  ],
  [
    mixedCase,
    { severity: 'ask', message: 'Tiene una letra o un espacio fuera de lugar: quizá se leyó con otra codificación.' },
  ],
  [
    /[<>{}[\]\\^~_=#$%@*"“”«»()!:]/u,
    { severity: 'ask', message: 'Tiene signos que un nombre no lleva. Corríjalo, o confirme que es así.' },
  ],
  [
    joined,
    { severity: 'ask', message: 'Parece haber dos personas en la celda. Deje una, o confirme que es una sola.' },
  ],
  [/\p{N}/u, { severity: 'ask', message: 'Hay cifras en el nombre. Corríjalo, o confirme que es así.' }],
  [titles, { severity: 'ask', message: 'Empieza con un tratamiento, no con un nombre. Quítelo.' }],
];

const ditto = /^(?:[íi]dem|igual|el mismo|la misma|"|''|″|“|”|prueba|test|x{2,}|na|n\/a)$/iu;

/** The first thing wrong with the text of a name, as it stands in the cell; null when nothing is. */
export function nameDefect(raw: string): Defect | null {
  const text = raw.trim();
  if (nobodyWords.test(text)) return null;
  if (ditto.test(text))
    return { severity: 'error', message: 'No es un nombre: dice que se repite otro, o es relleno.' };
  for (const [pattern, defect] of checks) if (pattern.test(text)) return defect;
  const words = text.split(/[\s,]+/).map((word) => word.replace(/[.'’]/g, ''));
  if (words.some((word) => /^[^yYeE]$/u.test(word)))
    return { severity: 'ask', message: 'Tiene una letra suelta o una inicial. Escriba el nombre entero si lo sabe.' };
  return null;
}

/** A text that a spreadsheet would take for a formula. */
export function isFormulaText(text: string): boolean {
  return /^\s*[=@]|^\s*[+-]\s*\p{L}/u.test(text);
}

/** Errors of Excel as a text file brings them, in Spanish and in English. */
export function isErrorText(text: string): boolean {
  return /^#(?:N\/[AD]|¡?(?:REF|VALOR|VALUE|DIV\/0|NUM|NULO|NULL)!|¿?(?:NOMBRE|NAME)\?|#+)$/u.test(text.trim());
}

/** A line of sums among the rows. */
export function isSumText(text: string): boolean {
  return /^\s*(?:sub\s?-?\s?total|total|gran total|suma|promedio|cantidad|acumulado)\b/iu.test(text);
}
