/** Papers that somebody carries home: whoever finds one learns nothing from it. */

/** Words that tell what a card is about. */
const tellingWords =
  /violen|viola(?:ci[oó]n|d[ao]r?)\b|v[ií]ctima|agre(?:s|d)|maltrat|sexual|\babus|golpe|\b(?:me|le|nos) peg(?:a|aba|aban|aron|[oó]|u[eé])(?!\p{L})|lesi[oó]n|denuncia|fem[ie]nicid|emergencia mujer|ministerio de la mujer|\bmimp\b|\bc\W{0,2}e\W{0,2}m\b|l[ií]nea 100\b|plan de seguridad|warmi|refugio|albergue/iu;

/** Where she goes would tell it as well: a court, a prosecutor, a police station, the forensic service. */
const courtWords =
  /juzgado|corte (?:superior|suprema|de justicia)|justicia|judicial|\bjue(?:z|za|ces)\b|fiscal|ministerio p[uú]blico|comisar|polic[ií]a|\bpnp\b|m[eé]dico legal|medicina legal|audiencia|gesell|abogad|medidas? de protecci[oó]n/i;

/** Whether a text says what the card is about, or names the centre; null says nothing. */
export function isTelling(text: string | null, centreName: string): boolean {
  if (text === null) return false;
  return tellingWords.test(text) || text.toLowerCase().includes(centreName.toLowerCase());
}

/** Whether a text names a court or whoever works for one. */
export const namesCourt = (text: string): boolean => courtWords.test(text);
