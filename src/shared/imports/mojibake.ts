/** Text that was read with the wrong table of letters: how it is known, and how it is read right. Pure. */

/** Upper half of the code page of MS-DOS, which old programs and their exports use. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

export function decodeCp850(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte < 128 ? byte : (cp850.codePointAt(byte - 128) ?? 0xfffd),
    );
    parts.push(String.fromCodePoint(...codes));
  }
  return parts.join('');
}

/** Bytes 0x80 to 0x9f of Windows; the five that it does not use stand for themselves. */
const windowsMiddle = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsByte(letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0;
  // Latin-1 leaves its control signs where Windows has letters.
  if (code < 256) return code;
  const at = windowsMiddle.indexOf(letter);
  return at < 0 ? null : 128 + at;
}

/** A letter of UTF-8 as Windows shows it: «Ã­», «Ã‘», «Â°». */
const twice = /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** The text as it was meant when it is UTF-8 that was taken for Windows; null when it is not, or not whole. */
export function undoTwice(text: string): string | null {
  if (!twice.test(text)) return null;
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = windowsByte(letter);
    if (byte === null) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** How Spanish a reading of a text looks: accented letters beside plain ones, against other signs beside them. */
export function spanishScore(text: string): number {
  const good = text.match(/(?<=[A-Za-z])[áéíóúñüÁÉÍÓÚÑÜ]|[áéíóúñüÁÉÍÓÚÑÜ](?=[A-Za-z])/g)?.length ?? 0;
  const bad = text.match(/(?<=[A-Za-z])[^\p{ASCII}áéíóúñüÁÉÍÓÚÑÜ’°ºª]|[^\p{ASCII}áéíóúñüÁÉÍÓÚÑÜ’°ºª](?=[A-Za-z])/gu);
  return good - 2 * (bad?.length ?? 0);
}
