/** Reading a notice: field by field over invented notices, and over any text at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentWords,
  isSameNotice,
  noticeReadingSchema,
  proposalOf,
  readNotice,
  type NoticeReading,
} from '../../../src/shared/proceedings/notice/index.ts';
import type { Expected } from './notice-case.ts';
import { courtNotices } from './notices-of-court.ts';
import { hearingNotices } from './notices-of-hearing.ts';
import { prosecutorNotices } from './notices-of-prosecutor.ts';

const all: readonly Expected[] = [...courtNotices, ...hearingNotices, ...prosecutorNotices];

function words(value: unknown): string {
  if (typeof value === 'string') return value;
  const { on, time, sort, number } = value as Partial<Record<'on' | 'time' | 'sort' | 'number', string | null>>;
  return sort === undefined ? `${on ?? ''} ${time ?? ''}`.trim() : `${sort ?? ''} ${number ?? ''}`;
}

function told(read: NoticeReading[keyof NoticeReading]): string | string[] | undefined {
  if (read === null) return undefined;
  return read.kind === 'found' ? words(read.value) : read.values.map(({ value }) => words(value));
}

describe('a notice', () => {
  it('is tried in at least thirty layouts', () => {
    expect(all.length).toBeGreaterThanOrEqual(30);
  });

  it.each(all)('$name', ({ name: _name, text, ...expected }) => {
    const reading = readNotice(text);
    const read = Object.entries(reading).flatMap(([field, value]) => {
      const said = told(value);
      return said === undefined ? [] : [[field, said] as const];
    });
    expect(Object.fromEntries(read)).toEqual(expected);
    expect(noticeReadingSchema.safeParse(reading).success).toBe(true);
  });

  it.each(all)('tells every value by words that stand in it: $name', ({ text }) => {
    const flat = text.replace(/\s+/g, ' ');
    for (const read of Object.values(readNotice(text))) {
      const quotes = read === null ? [] : read.kind === 'found' ? [read] : read.values;
      for (const { from } of quotes) expect(flat).toContain(from.replace(/…$/, ''));
    }
  });
});

describe('words cut at the end of a line', () => {
  const cut = readNotice(`EXPEDIENTE : 05678-2026-0-3207-JR-
FT-09
JUZGADO : JUZGADO MIXTO-
CIVIL DE PRUEBA
RESOLUCIÓN NÚME-
RO DOS
Cusco, veintitrés de ju-
nio de dos mil veintiséis
AUTOS Y VISTOS. Fecha de notificación: 25/06/2026 09:00
SE RESUELVE: notificar.`);

  it('are read whole, and the hyphens of a number and of a name stay', () => {
    expect(told(cut.decision)).toBe('resolution 2');
    expect(told(cut.issuedOn)).toBe('2026-06-23');
    expect(told(cut.fileNumber)).toBe('05678-2026-0-3207-JR-FT-09');
    expect(told(cut.office)).toBe('JUZGADO MIXTO');
  });

  it('and the words an hour was read from end with it', () => {
    expect(cut.entry).toMatchObject({ kind: 'found', from: 'Fecha de notificación: 25/06/2026 09:00' });
  });
});

describe('the document of an act', () => {
  it('is named by what was found', () => {
    const [, measures] = courtNotices;
    expect(documentWords(readNotice(measures?.text ?? ''))).toBe('Resolución N.º 3 (auto) del 28/11/2026');
    const [archive] = prosecutorNotices;
    expect(documentWords(readNotice(archive?.text ?? ''))).toBe('Disposición N.º 3-2026-MP-FN-2FPPC del 16/11/2026');
    expect(documentWords(readNotice('nada'))).toBeNull();
  });

  const act = {
    document: 'Resolución 03 del 28/11/2026',
    fileNumber: '1234-2026',
    office: 'Segundo Juzgado de Familia',
  };
  it.each([
    ['the same, written otherwise', {}, true],
    ['another number', { document: 'Resolución 4' }, false],
    ['another file', { fileNumber: '1235-2026' }, false],
    ['another notebook', { fileNumber: '01234-2026-1-1001-JR-FT-02' }, false],
    ['another office', { office: 'Tercer Juzgado de Familia' }, false],
    ['an act whose office nobody wrote', { office: null }, true],
    ['an act without its file', { fileNumber: null }, false],
    ['an act whose document is no decision', { document: 'Oficio N.º 3' }, false],
  ])('is the same notice as %s: %j', (_words, change, isSame) => {
    const reading = readNotice(courtNotices[0]?.text ?? '');
    expect(isSameNotice(reading, { ...act, ...change })).toBe(isSame);
  });
});

describe('what is proposed', () => {
  const named = (name: string) => readNotice(all.find((one) => one.name.startsWith(name))?.text ?? '');

  it('leaves the day of entry empty where only the decision has a day, and the other way round', () => {
    const decided = proposalOf(named('resolution on measures'), null);
    expect(decided).toMatchObject({
      kind: 'measuresDecided',
      'at.on': '2026-11-28',
      notification: { form: null, entry: { on: '', time: null }, effectOn: null },
      authorityId: null,
      office: '2° JUZGADO DE FAMILIA - SEDE CENTRAL',
    });
    const sheet = proposalOf(named('cédula with the day of the sheet'), null);
    expect(sheet['at.on']).toBe('');
    expect(sheet.notification).toEqual({ form: 'electronicBox', entry: { on: '', time: null }, effectOn: null });
    const entered = proposalOf(named('cédula of the casilla, labels'), null);
    expect(entered.notification?.entry).toEqual({ on: '2026-11-30', time: '16:05' });
    expect(entered['at.on']).toBe('2026-11-28');
  });

  it('chooses none of two values, and takes the office as the directory has it', () => {
    const authority = { authorityId: crypto.randomUUID(), office: 'Primer Juzgado de Familia', district: '080101' };
    const doubtful = proposalOf(named('two different file numbers'), authority);
    expect(doubtful).toMatchObject({ fileNumber: null, ...authority });
    expect(proposalOf(named('two days of notification'), null).notification?.entry.on).toBe('');
    expect(proposalOf(named('two acts decided'), null).kind).toBe('');
  });

  it('has no notification of an act that is not notified, and the new day of a hearing as the day it fixes', () => {
    expect(proposalOf(named('a report asked'), null).notification).toBeNull();
    expect(proposalOf(named('hearing rescheduled'), null).fixedOn).toBe('2026-12-10');
    expect(proposalOf(named('hearing called'), null).fixedOn).toBeNull();
  });
});

describe('any text', () => {
  const pieces = [
    ...['EXPEDIENTE', 'RESOLUCIÓN', 'N°', 'NÚMERO', 'TRES', '01234-2026-0-1001-JR-FT-02', '28/11/2026', ' ', '\n', ':'],
    ...[
      'JUZGADO',
      'SE RESUELVE',
      'audiencia',
      'a las',
      'diez',
      'y',
      'dos mil',
      'veintiséis',
      '-',
      '–',
      'de',
      'casilla',
    ],
    ...['medidas de protección', 'DICTAR', 'plazo de', 'días', '9'.repeat(50), 'a '.repeat(60), 'İ', '\ud800', '\f'],
  ];

  it('is read without a failure, into what may travel', () => {
    const some = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 30 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(some, (parts) => {
        expect(noticeReadingSchema.safeParse(readNotice(parts.join(''))).success).toBe(true);
      }),
    );
  });

  it.each([
    ['spaces', ' '],
    ['digits', '1'],
    ['numbers of files', '1-2026-'],
    ['labels', 'JUZGADO : '],
    ['dates', '28/11/2026 audiencia '],
    ['words of numbers', 'treinta y '],
    ['headings', 'RESOLUCIÓN N° 1\n'],
    ['acts', 'conceder medidas '],
    ['terms', 'plazo de tres días '],
  ])('made of %s as long as it may be is read in a few seconds', (_name, piece) => {
    const text = piece.repeat(Math.ceil(400_000 / piece.length)).slice(0, 400_000);
    const started = performance.now();
    readNotice(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
