import { describe, expect, it } from 'vitest';
import { actions, mayEver, type Role } from '../../../src/shared/access/index.ts';
import type { OutsideLine } from '../../../src/shared/papers/index.ts';
import {
  mayRelease,
  newestFirst,
  outsideWords,
  pileWarning,
  placeWarning,
  whereOutside,
  whereSaved,
} from '../../../src/renderer/papers/copy-words.ts';

describe('pileWarning', () => {
  it('speaks of a pile of paper, and of nothing smaller (bad input 96)', () => {
    expect(pileWarning(99)).toBe(null);
    expect(pileWarning(500)).toMatch(/^Son 500 páginas\./);
  });
});

describe('placeWarning', () => {
  it('says what to mind of a stick or a folder outside, and nothing of a disk of this computer (bad input 97)', () => {
    expect(placeWarning({ savedPlace: 'computer' })).toBe('');
    expect(placeWarning({ savedPlace: null })).toBe('');
    expect(placeWarning({ savedPlace: 'removable' })).toMatch(/memoria USB/);
    expect(placeWarning({ savedPlace: 'allowed' })).toMatch(/Coordinación permite/);
  });
});

describe('whereSaved', () => {
  it('tells a path kept from the reader and a download of the browser apart', () => {
    expect(whereSaved({ savedTo: '/casa/a.pdf', savedPlace: 'computer' })).toBe('/casa/a.pdf');
    expect(whereSaved({ savedTo: null, savedPlace: 'computer' })).toMatch(/^La ruta se muestra solo/);
    expect(whereSaved({ savedTo: null, savedPlace: null })).toMatch(/navegador/);
  });
});

describe('a file outside that is no copy', () => {
  const line = {
    ...({ sort: 'file', id: '', number: 'G-2026-000001', staffName: 'Luz Inventada', savedPlace: 'computer' } as const),
    ...({ savedTo: null, mayRemove: true, requestedAt: '2026-06-10T14:00:00.000Z' } as const),
  };
  const of = (kind: 'attachment-original' | 'recovery-sheet', name: string | null) =>
    ({ ...line, file: { kind, name, caseNumber: null } }) as unknown as OutsideLine;

  it('says what it is, with its name for who may know it, and nothing of a ficha closed since', () => {
    expect(outsideWords(of('attachment-original', 'archivo-0a.pdf'))).toBe(
      'Original de un archivo del caso: archivo-0a.pdf',
    );
    expect(outsideWords(of('attachment-original', null))).toBe('Original de un archivo del caso');
    expect(outsideWords({ ...line, file: null } as unknown as OutsideLine)).toBe(
      'De una ficha que ya no se le muestra',
    );
  });

  it('says of the recovery sheet that nobody keeps where it lies, and of another that its path is kept back', () => {
    expect(whereOutside(of('recovery-sheet', null))).toBe('No se anota dónde: abre todo el registro');
    expect(whereOutside(of('attachment-original', null))).toMatch(/^La ruta se muestra solo/);
  });
});

describe('mayRelease', () => {
  it('offers a report to who may print it, and to nobody for having its letter', () => {
    const offers = (role: Role, kind: 'official-letter' | 'psychological-report' | 'social-report') =>
      mayRelease({ kind }, actions.filter((action) => mayEver([role], action))); // prettier-ignore
    for (const role of ['psychologist', 'socialWorker', 'lawyer', 'coordinator'] as const) {
      expect(offers(role, 'official-letter')).toBe(true);
      expect(offers(role, 'psychological-report')).toBe(role === 'psychologist');
      expect(offers(role, 'social-report')).toBe(role === 'socialWorker');
    }
  });
});

describe('newestFirst', () => {
  it('puts copies that were registered together by their number, as the register does', () => {
    const at = (number: string, hour: string) => ({ number, requestedAt: `2026-06-10T${hour}:00:00.000Z` });
    // As they come, paper by paper.
    const copies = [at('CEM-2026-000001', '14'), at('CEM-2026-000002', '14'), at('CEM-2026-000003', '15')];
    const numbers = copies.sort(newestFirst).map(({ number }) => number.slice(-1));
    expect(numbers).toEqual(['3', '2', '1']);
  });
});
