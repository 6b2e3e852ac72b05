import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanedText, cleanText, graphemeLength } from '../../../src/shared/platform/text.ts';
import { randomRuns } from '../../support/random-runs.ts';

/** Bad inputs 1 to 20 of the corpus: what is typed and what is stored; null is refused. */
const corpus: readonly { id: number; input: string; stored: string | null; max?: number }[] = [
  { id: 1, input: 'María José Ñahui Qquellón', stored: 'María José Ñahui Qquellón' },
  { id: 2, input: 'Mari\u0301a Jose\u0301 N\u0303ahui Qquello\u0301n', stored: 'María José Ñahui Qquellón' },
  { id: 3, input: "Ch'aska", stored: "Ch'aska" },
  { id: 3, input: 'Q\u2019orianka', stored: 'Q\u2019orianka' },
  { id: 3, input: 'Q\u02bcorianka \u0244 \u0268', stored: 'Q\u02bcorianka \u0244 \u0268' },
  { id: 4, input: 'O', stored: 'O' },
  { id: 4, input: 'a'.repeat(60), stored: 'a'.repeat(60) },
  { id: 5, input: '\u041c\u0430ria', stored: '\u041c\u0430ria' },
  { id: 6, input: 'Ma\u200bri\ufeffa Lu\u200dz', stored: 'Maria Luz' },
  { id: 7, input: '\u202egpj.exe\u2066a\u2069', stored: 'gpj.exea' },
  { id: 8, input: 'فاطمة שרה', stored: 'فاطمة שרה' },
  { id: 9, input: '👨‍👩‍👧‍👦 🇵🇪 👍🏽', stored: '👨‍👩‍👧‍👦 🇵🇪 👍🏽' },
  { id: 9, input: '❤️‍🔥 👩🏽‍🚀 🏳️‍🌈', stored: '❤️‍🔥 👩🏽‍🚀 🏳️‍🌈' },
  { id: 10, input: 'a\ud800b', stored: 'a\ufffdb' },
  { id: 11, input: 'a\u0000b\u0007c\u009fd\u007f', stored: 'abcd' },
  { id: 11, input: 'uno\u2028dos\u2029tres\u0085cuatro\r\ncinco\rseis', stored: 'uno\ndos\ntres\ncuatro\ncinco\nseis' },
  { id: 11, input: 'uno\n\tdos', stored: 'uno\n\tdos' },
  { id: 12, input: '   ', stored: null },
  { id: 12, input: '\u00a0', stored: null },
  { id: 12, input: '\u3164', stored: null },
  { id: 12, input: '\u200b\u202e\ufeff', stored: null },
  { id: 13, input: `a${'\u0301'.repeat(500)}`, stored: null },
  { id: 13, input: `q${'\u0323'.repeat(10)}`, stored: `q${'\u0323'.repeat(10)}` },
  { id: 13, input: `q${'\u0323'.repeat(11)}`, stored: null },
  { id: 14, input: 'relato '.repeat(1_500_000), stored: null, max: 200_000 },
  { id: 15, input: 'a,b,c\n'.repeat(1_000_000), stored: null },
  { id: 16, input: '<script>alert(1)</script>', stored: '<script>alert(1)</script>' },
  { id: 16, input: '{{7*7}} ${x} <img src=x onerror=y>', stored: '{{7*7}} ${x} <img src=x onerror=y>' },
  { id: 17, input: "Robert'); DROP TABLE case;--", stored: "Robert'); DROP TABLE case;--" },
  { id: 17, input: '" OR 1=1 %_\\', stored: '" OR 1=1 %_\\' },
  { id: 18, input: '" NEAR( * AND OR NOT col:', stored: '" NEAR( * AND OR NOT col:' },
  ...['null', 'undefined', 'NaN', 'true', 'None', 'S/N', 'Nulo'].map((input) => ({ id: 19, input, stored: input })),
  ...['CON', 'AUX', 'NUL.txt', 'final.'].map((input) => ({ id: 20, input, stored: input })),
  { id: 20, input: 'final ', stored: 'final' },
];

describe('cleanedText', () => {
  it.each(corpus.map((row, at) => [`${String(row.id)}, line ${String(at)}`, row] as const))(
    'treats bad input %s as the corpus says',
    (_, { input, stored, max }) => {
      const parsed = cleanedText(max ?? 200).safeParse(input);
      expect(parsed.success ? parsed.data : null).toBe(stored);
    },
  );

  it('has a row for each of the bad inputs 1 to 20', () => {
    expect([...new Set(corpus.map(({ id }) => id))]).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('answers in 50 ms to ten million characters', () => {
    const huge = 'a'.repeat(10_000_000);
    const started = performance.now();
    expect(cleanedText(200).safeParse(huge).success).toBe(false);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it('counts the limit in graphemes: accents and families are one each', () => {
    expect(cleanedText(3).safeParse('👨‍👩‍👧‍👦'.repeat(3)).success).toBe(true);
    expect(cleanedText(3).safeParse('👨‍👩‍👧‍👦'.repeat(4)).success).toBe(false);
    expect(cleanedText(3).safeParse('q\u0323'.repeat(3)).success).toBe(true);
    expect(cleanedText(3).safeParse('abcd').error?.issues[0]?.message).toBe('Máximo 3 caracteres.');
  });

  it('trims before it counts', () => {
    expect(cleanedText(3).parse('  abc\u00a0\u3164 ')).toBe('abc');
  });

  it('asks for the missing datum in words', () => {
    expect(cleanedText(3).safeParse(' ').error?.issues[0]?.message).toBe('Complete este dato.');
  });
});

describe('graphemeLength', () => {
  it.each([
    ['', 0],
    ['ñ', 1],
    ['n\u0303', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['🇵🇪', 1],
    ['👍🏽', 1],
    ['año', 3],
    ['a\r\nb', 3],
  ])('counts as a person does: %j', (text, length) => {
    expect(graphemeLength(text)).toBe(length);
  });
});

/** Letters, marks, controls, joiners, emoji and lone surrogates, more often than chance would. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        ...[
          '\u200d',
          '\u200b',
          '\u202e',
          '\ufeff',
          '\u3164',
          '\u00a0',
          '\ufe0f',
          '\u0301',
          '\u0300',
          '👨',
          '👩',
          '❤️',
          '🇵',
        ],
        ...[
          '\ud800',
          '\udc00',
          '\r',
          '\n',
          '\r\n',
          '\u0085',
          '\u2028',
          ' ',
          '\t',
          '\u0000',
          'ñ',
          'n\u0303',
          '\u1100',
          '\u1161',
        ],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('cleanText', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
      }),
      randomRuns(3000),
    );
  });

  it('leaves well-formed NFC without controls, bidi marks and outer white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.normalize('NFC')).toBe(clean);
        const gone = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
        expect(clean).not.toMatch(gone);
        expect(clean.split('').filter((letter) => letter < ' ' && letter !== '\n' && letter !== '\t')).toEqual([]);
        expect(clean).not.toMatch(/^[\s\u3164]|[\s\u3164]$/);
      }),
      randomRuns(3000),
    );
  });

  it('joins a letter and its mark parted by an invisible character', () => {
    expect(cleanText('N\u200b\u0303ahui')).toBe('Ñahui');
    expect(cleanText('n\u0000\u0303')).toBe('ñ');
  });

  it('keeps the joiner inside an emoji only', () => {
    expect(cleanText('👩\u200d🚀')).toBe('👩\u200d🚀');
    expect(cleanText('a\u200db')).toBe('ab');
    expect(cleanText('👩\u200da')).toBe('👩a');
  });
});
