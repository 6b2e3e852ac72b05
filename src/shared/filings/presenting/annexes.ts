/** Peruvian numbering of annexes: number of the writ and a letter (1-A, 1-B, … 1-Z, 1-AA); of a letter of the centre, which is no writ (0), the letter alone. */
export function annexNumber(writNumber: number, position: number): string {
  let letters = '';
  for (let rest = position; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return writNumber === 0 ? letters : `${writNumber}-${letters}`;
}
