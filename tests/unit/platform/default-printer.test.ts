import { describe, expect, it } from 'vitest';
import { defaultPrinterIn, isDefaultPrinter } from '../../../src/main/platform/default-printer.ts';

const answer = (device: string) =>
  `\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows\r\n    Device    REG_SZ    ${device}\r\n\r\n`;

describe('the usual printer of Windows', () => {
  it.each([
    ['HP LaserJet,winspool,Ne01:', 'HP LaserJet'],
    ['HP, sala 2,winspool,Ne01:', 'HP, sala 2'],
    ['\\\\admision\\HP 402,winspool,Ne02:', '\\\\admision\\HP 402'],
  ])('stands before driver and port: %s', (device, name) => {
    expect(defaultPrinterIn(answer(device))).toBe(name);
  });

  it.each(['', 'ERROR: no se encuentra la clave', answer(''), answer('solo')])('is unknown in %j', (text) => {
    expect(defaultPrinterIn(text)).toBeNull();
  });

  it('is recognised whatever the code page made of its accents, and no other is', () => {
    const told = defaultPrinterIn(answer('HP (Admisi\u00a2n),winspool,Ne01:'));
    expect(isDefaultPrinter('HP (Admisión)', told)).toBe(true);
    expect(isDefaultPrinter('HP (Admisiones)', told)).toBe(false);
    expect(isDefaultPrinter('HP (Admisión)', null)).toBe(false);
  });
});
