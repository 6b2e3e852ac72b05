/** `E-2026-000004` of a paper, `CEM-2026-000123` of a copy. */
export const serialNumber = /^(?:[A-H]|CEM)-\d{4}-\d{6}(?:-R)?$/;

/** The serial number that was typed, with the zeros that nobody types (`e-2026-4`); null where it is none. */
export function typedSerialNumber(text: string): string | null {
  const number = text
    .trim()
    .toUpperCase()
    .replace(
      /^([A-Z]+-\d{4}-)([1-9]\d{0,4})(?=$|-R$)/,
      (_, head: string, digits: string) => head + digits.padStart(6, '0'),
    );
  return serialNumber.test(number) ? number : null;
}
