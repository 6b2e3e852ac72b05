import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joinPapers, printPaper } from '../../../src/main/platform/paper/index.ts';
import type { Section } from '../../../src/shared/record/index.ts';
import { partnerRisk2019 } from '../../../src/shared/risk/index.ts';
import { askedWords } from '../../../src/shared/register/asked-words.ts';
import { blankFicha } from '../../../src/shared/register/blank-ficha.ts';
import { blankKinds, blankPaper, contingencyNumber, type BlankKind } from '../../../src/shared/register/blank-forms.ts';
import { questionsInOrder } from '../../../src/shared/register/lines.ts';
import { registerSections } from '../../../src/shared/register/sections.ts';
import { textOf } from '../../support/paper-text.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const centre = {
  name: 'Centro Emergencia Mujer Villa Inventada',
  letterhead: ['Ministerio Inventado', 'Centro Emergencia Mujer Villa Inventada'],
  isPractice: false,
};

async function printed(kind: BlankKind, number = 'C-2026-0007') {
  const { bytes, pages } = await printPaper(blankPaper(kind, { centre, number }), { fontFolder });
  return { bytes, pages, text: textOf(Buffer.from(bytes)) };
}

const words = (text: string) => text.replace(/\s+/g, ' ');

describe('the blank ficha', () => {
  it('asks every question of every section, with its item and the answers of short lists', async () => {
    const { text } = await printed('ficha');
    for (const { question } of registerSections.flatMap((section) => questionsInOrder(section))) {
      expect(text).toContain(words(question.label));
      if (question.kind === 'choice' && question.options.length <= 4) {
        for (const { code, label } of question.options) expect(text).toContain(words(`${code} ${label}`));
      }
    }
  });

  it('prints a question that was added to a catalogue, by itself', () => {
    const added: Section = {
      id: 'Z',
      title: 'Sección Z',
      questions: {
        first: {
          kind: 'yesNo',
          item: 'Z.1',
          variable: 'Z_UNO',
          label: '¿Primera?',
          required: true,
          confirmation: 'project',
        },
        second: {
          kind: 'text',
          item: 'Z.2',
          variable: 'Z_DOS',
          label: 'Segunda',
          max: 300,
          required: false,
          askedWhen: { question: 'first', is: [1] },
          confirmation: 'project',
        },
      },
      blocks: [{ id: 'Z.1', title: 'Bloque', questions: ['first', 'second'] }],
    };
    const asked = blankFicha('Centro', [added]).filter((block) => block.kind === 'fill');
    expect(asked).toContainEqual({
      kind: 'fill',
      item: 'Z.1',
      label: '¿Primera? *',
      hint: null,
      space: { kind: 'inline', options: ['0 No', '1 Sí'] },
    });
    expect(asked).toContainEqual({
      kind: 'fill',
      item: 'Z.2',
      label: 'Segunda',
      hint: 'Solo si la anterior es «Sí».',
      space: { kind: 'lines', count: 3 },
    });
  });
});

describe('skip hints', () => {
  const known = Object.assign({}, ...registerSections.map(({ questions }) => questions)) as Section['questions'];

  it('name the answer in words', () => {
    expect(askedWords({ question: 'bondGroup', is: [2] }, known, null)).toBe(
      'Solo si «Vínculo que tiene con la persona usuaria» es «Con vínculo relacional familiar».',
    );
    expect(askedWords({ question: 'healthInsurance', ticked: 'other' }, known, 'healthInsurance')).toBe(
      'Solo si marcó «Otro».',
    );
    expect(askedWords({ question: 'userAge', atLeast: 12 }, known, null)).toBe('Solo si «Edad» es 12 o más.');
    expect(askedWords(undefined, known, null)).toBeNull();
  });
});

describe('the other papers', () => {
  it('give the partner risk form its wording and points', async () => {
    const { text } = await printed('partnerRisk');
    for (const { question } of [...partnerRisk2019.items, ...partnerRisk2019.annex]) {
      expect(text).toContain(words(question));
    }
    for (const { question } of partnerRisk2019.informative) expect(text).toContain(words(question));
    expect(text).toContain('18 a 37 Severo 2 severo extremo');
  });

  it('name neither the centre nor the reason on what she carries', async () => {
    const { text: card } = await printed('safetyCard');
    const carried = (await printed('referral')).text.split('CITA DE ATENCIÓN')[1] ?? '';
    for (const text of [card, carried]) {
      expect(text.length).toBeGreaterThan(100);
      expect(text).not.toMatch(/violencia|emergencia mujer|\bCEM\b|agres|Ministerio|denuncia|Línea 100/i);
    }
    expect(card).toContain('105');
  });

  it.each(blankKinds)('number every page of a %s', async (kind) => {
    const { text, pages } = await printed(kind);
    expect(text.match(/N\.º C-2026-0007 · Página \d+ de \d+/g)).toHaveLength(pages);
  });

  it('join copies page after page, each with its own number and count of pages', async () => {
    const one = await printed('consent', contingencyNumber(2026, 1));
    const other = await printed('consent', contingencyNumber(2026, 2));
    const text = textOf(Buffer.from(await joinPapers([one.bytes, other.bytes])));
    expect(text.match(/N\.º C-2026-000\d · Página 1 de 1/g)).toEqual([
      'N.º C-2026-0001 · Página 1 de 1',
      'N.º C-2026-0002 · Página 1 de 1',
    ]);
  });
});
