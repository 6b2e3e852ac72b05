import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareNumber, documentFileName, documentFileWords, documentKinds } from '../../../src/shared/papers/index.ts';
import { isLeavingName, leavingName, longestName } from '../../../src/shared/platform/file-names.ts';

const root = join(import.meta.dirname, '../../..');

describe('the name of a file that leaves', () => {
  it.each([
    [['Derivación', '2026-000012'], 'pdf', 'derivación-2026-000012.pdf'],
    [['hoja del día', 'H-2026-000001'], 'pdf', 'hoja-del-día-h-2026-000001.pdf'],
    [['  Ñandú / «Nº» 7: '], 'csv', 'ñandú-n-7.csv'],
    [['informe psicolo\u0301gico'], 'docx', 'informe-psicológico.docx'],
    [['..\\..\\Windows', 'x%2e'], 'json', 'windows-x-2e.json'],
    [['archivo', 'abc'], null, 'archivo-abc'],
    [[''], 'pdf', 'archivo.pdf'],
    [['\u202egpj.exe'], 'pdf', 'gpj-exe.pdf'],
  ])('%j as %s', (words, extension, name) => {
    expect(leavingName(words, extension)).toBe(name);
  });

  it.each(['con', 'PRN', 'aux', 'Nul', 'com1', 'COM9', 'lpt1', 'com²', 'conin$'])(
    'is never that of the device %s',
    (device) => {
      const name = leavingName([device], 'pdf');
      expect(name).toMatch(/^(?:archivo-|conin\.pdf|com\.pdf)/);
      expect(isLeavingName(`${device.toLowerCase()}.pdf`)).toBe(false);
      expect(isLeavingName(device.toLowerCase())).toBe(false);
    },
  );

  it.each([
    ...[
      '',
      '.',
      '..',
      'a.',
      'a ',
      ' a',
      '-a',
      'a-',
      '.a',
      'a/b',
      'a\\b',
      'C:a',
      'a:b',
      'a\u0000',
      'A.pdf',
      'informé?.pdf',
    ],
    ...['informe\u0301.pdf', 'a'.repeat(longestName + 1), 'nul.tar.gz', 'derivaciôn.pdf'],
  ])('is not %j', (name) => {
    expect(isLeavingName(name)).toBe(false);
  });

  it('can be made of any text, stays short and keeps its extension', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 4 }), (words) => {
        const name = leavingName(words, 'pdf');
        return isLeavingName(name) && name.endsWith('.pdf') && name.length <= longestName;
      }),
    );
  });
});

describe('the name of an issued paper', () => {
  it.each([
    ['Escrito N.º 1 · 2026-000012', '2026-000012'],
    ['Derivación · 2026-000003', '2026-000003'],
    ['Oficio N.º 015-2026-MIMP-CEM', '015-2026-MIMP-CEM'],
    ['H-2026-000001', '2026-000001'],
    ['Acta', ''],
  ])('takes of «%s» what is no word', (number, bare) => {
    expect(bareNumber(number)).toBe(bare);
  });

  it('tells every kind from the others', () => {
    const names = documentKinds.map((kind) => documentFileName({ kind, number: 'X · 2026-000001' }, 'pdf'));
    expect(new Set(names).size).toBe(documentKinds.length);
    expect(names).toContain('derivación-2026-000001.pdf');
  });
});

/** Every word that the program puts into a name of a file; numbers and codes come besides. */
const words = new Set(
  (
    'acceso acta anexo archivo audiencia b bitácora borrador cem clave código copia copias de del derivación destruir día el escrito ' +
    'firmada formularios hoja informe inicial instalador interno la lista mensual monitoreo oficio parte por presentación prevención psicológico recepción ' +
    'datos recordatorio recuperación registro reporte reservado semanal social tablas v'
  ).split(' '),
);
const wordsOf = (text: string) => text.split(/[^a-zñáéíóúü]+/i).filter((word) => word !== '');

describe('the words of names', () => {
  const calls = globSync('src/{shared,main}/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('file-names.ts') || file.includes('reports'))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/\bleavingName\(\[([^\]]*)\]/g)].map((match) => [file, match[1] ?? ''] as const);
    });

  it('are Spanish with their accents, wherever a name is made', () => {
    expect(calls.length).toBeGreaterThan(15);
    const said = calls.flatMap(([file, list]) =>
      [...list.matchAll(/'([^']*)'/g)].map((match) => [file, match[1] ?? '']),
    );
    const kinds = Object.values(documentFileWords).map((word) => ['labels.ts', word]);
    const strange = [...said, ...kinds].filter(([file, text]) => {
      // The codes of two kinds, by which their word is looked up.
      if (file?.endsWith('proceedings/papers.ts') === true) return false;
      return wordsOf(text ?? '').some((word) => !words.has(word));
    });
    expect(strange).toEqual([]);
  });
});
