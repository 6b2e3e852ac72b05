/** «Falta 1 …», «Faltan 3 …». */
export function countWords(count: number, words: (count: number) => string): string {
  return `${count === 1 ? 'Falta' : 'Faltan'} ${words(count)}.`;
}
