/** Papers that somebody carries home: whoever finds one learns nothing from it. */

/** Words that tell what a card is about. */
const tellingWords =
  /violen|viola(?:ci[oó]n|d[ao]r?)\b|v[ií]ctima|agre(?:s|d)|maltrat|sexual|\babus|golpe|lesi[oó]n|denuncia|emergencia mujer|ministerio de la mujer|\bcem\b|warmi|refugio|albergue/i;

/** Whether a text says what the card is about, or names the centre; null says nothing. */
export function isTelling(text: string | null, centreName: string): boolean {
  if (text === null) return false;
  return tellingWords.test(text) || text.toLowerCase().includes(centreName.toLowerCase());
}
