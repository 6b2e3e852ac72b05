import { describe, expect, it } from 'vitest';
import {
  checkSummary,
  checkTemplate,
  composeFiling,
  composeFromTemplate,
  fieldLines,
  inventedGiven,
  kinds,
  templateValueSchema,
  shippedTemplate,
  shippedTemplates,
  type FilingKind,
} from '../../../src/shared/filings/index.ts';
import { markupHelp, templateFilters } from '../../../src/shared/papers/index.ts';
import { facts, issue, options } from './sample.ts';

const text = shippedTemplate(3).value.text;

/** Each way one match of the pattern can be changed, with its place. */
function mutants(of: string, pattern: RegExp, change: (found: string) => string): { at: number; text: string }[] {
  return [...of.matchAll(pattern)].map((match) => ({
    at: match.index,
    text: of.slice(0, match.index) + change(match[0]) + of.slice(match.index + match[0].length),
  }));
}

describe.each(shippedTemplates.map((one) => [one.value.kind, one] as const))(
  'template of kind %i',
  (kind, { value }) => {
    it('is accepted as it ships', () => {
      expect(checkTemplate(value.text, kind)).toEqual([]);
      expect(checkSummary(value.summary, kind)).toEqual([]);
    });

    it('is refused when any placeholder is lost', () => {
      const all = mutants(value.text, /{{[^}]*}}/g, () => '');
      expect(all.length).toBeGreaterThan(5);
      expect(
        all
          .filter((one) => checkTemplate(one.text, kind).length === 0)
          .map(({ at }) => value.text.slice(at - 30, at + 50)),
      ).toEqual([]);
    });

    it('is refused when any placeholder is misspelled', () => {
      const all = mutants(value.text, /{{ [a-z_]+\.[a-z_]+/g, (found) => `${found}x`);
      expect(all.filter((one) => checkTemplate(one.text, kind).length === 0)).toEqual([]);
    });

    it('is refused when any condition or repetition is left open', () => {
      const all = mutants(value.text, /{% end\w+ %}/g, () => '');
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((one) => checkTemplate(one.text, kind).length === 0)).toEqual([]);
    });
  },
);

describe('what an editor is shown', () => {
  it('is every field with its words, the marks and the filters', () => {
    const lines = fieldLines(kinds[3]);
    expect(lines.find(({ path }) => path === 'hecho.lugar')).toMatchObject({ kind: 'text', weight: 'required' });
    expect(lines.filter(({ label }) => label === '')).toEqual([]);
    expect(markupHelp.map(({ mark }) => mark)).toContain('+ ');
    expect(Object.keys(templateFilters)).toEqual(['mayusculas', 'oracion', 'acto']);
  });

  it.each(shippedTemplates.map((one) => [one.value.kind, one.value] as const))(
    'composes kind %i from the invented case without a gap',
    (kind, value) => {
      expect(templateValueSchema.safeParse(value).success).toBe(true);
      expect(composeFromTemplate(value, inventedGiven(kind)).missing).toEqual([]);
    },
  );
});

/** The text of kind 3 with something added before its law. */
function withPart(part: string): string {
  return text.replace('# FUNDAMENTOS DE DERECHO', `${part}\n\n# FUNDAMENTOS DE DERECHO`);
}

const messagesOf = (given: string, kind: FilingKind = 3) => checkTemplate(given, kind).map(({ message }) => message);

describe('checkTemplate', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['an unknown field', '{{ agraviada.telefono }}', 'no existe'],
    ['a reserved datum', '{{ agraviada.direccion }}', 'no existe'],
    ['an unknown filter', '{{ hecho.lugar | upcase }}', 'El filtro «upcase» no existe.'],
    ['an unknown tag', '{% assign x = 1 %}', 'La orden «assign» no existe.'],
    ['a file to read', "{% include 'x' %}", 'La orden «include» no existe.'],
    ['a condition on what always is', '{% if centro.nombre %}Texto.{% endif %}', 'siempre tiene valor'],
    ['a constant', '{% if true %}Texto.{% endif %}', 'no existe'],
    [
      'a condition repeated inside itself',
      '{% if hecho.hora %}{% if hecho.hora %}Texto.{% endif %}{% endif %}',
      'se cumple siempre',
    ],
    [
      'a condition that contradicts the one around it',
      '{% if hecho.hora %}{% if not hecho.hora %}Texto.{% endif %}{% endif %}',
      'nunca se imprime',
    ],
    [
      'the same condition twice in a chain',
      '{% if hecho.hora %}Uno.{% elsif hecho.hora %}Dos.{% endif %}',
      'nunca se imprime',
    ],
    [
      'a part that its condition already says',
      '{% if hecho.hora and hecho.hora %}Texto.{% endif %}',
      'se cumple siempre',
    ],
    ['an empty title', '# OTRA PARTE', 'puede quedar vacía'],
    ['a title that may stay empty', '# OTRA PARTE\n\n{% if hecho.hora %}Texto.{% endif %}', 'puede quedar vacía'],
    ['a block within a sentence', 'Vea {{ escrito.anexos }} aquí.', 'va sola en su línea'],
    ['a list printed as text', '{{ hijos }}', 'no se imprime'],
    [
      'a row that has no such datum',
      '{% for hijo in hijos %}\n- {{ hijo.nombres }}\n{% endfor %}',
      'no tiene ese dato',
    ],
    ['code of another language', '{{ hecho.lugar.constructor }}', 'no existe'],
  ];
  it.each(refused)('refuses %s', (_name, part, words) => {
    const found = checkTemplate(withPart(part), 3);
    expect(found.map(({ message }) => message).join(' ')).toContain(words);
    const whole = withPart(part);
    const first = whole.slice(0, whole.indexOf(part)).split('\n').length;
    // A row is wrong where it is printed, inside its loop.
    expect(found[0]?.line).toBe(part.includes('\n- ') ? first + 1 : first);
  });

  it('says what part of a writ is missing', () => {
    expect(messagesOf(text.replace('{{ escrito.firmas }}', ''))).toContain(
      'Falta el lugar de las firmas («escrito.firmas») fuera de toda condición.',
    );
    expect(messagesOf(text.replace('# PETITORIO', '# OTRA'))).toContain(
      'Falta la parte «PETITORIO» fuera de toda condición.',
    );
    const hidden = text.replace(
      '{{ escrito.destinatario }}',
      '{% if hecho.hora %}\n{{ escrito.destinatario }}\n{% endif %}',
    );
    expect(messagesOf(hidden).join()).toContain('fuera de toda condición');
  });

  it('asks for every fact the kind declares', () => {
    const without = text.replace('> «{{ hecho.relato }}»', '> «(relato)»');
    expect(messagesOf(without)).toEqual([
      'El texto no imprime un dato necesario: relato del último hecho («hecho.relato»).',
    ]);
  });
});

describe('values', () => {
  it('are never read as template or markup', () => {
    const account = '# TÍTULO\n{{ agraviada.nombres }} **negrita** {% if x %}\n- lista \uE000';
    const given = { ...facts, incident: { ...facts.incident, account, place: '{{ centro.nombre }} # calle **' } };
    const { paper } = composeFiling(given, options, issue);
    expect(paper.blocks).toContainEqual({ kind: 'quotation', text: `«${account}»` });
    expect(JSON.stringify(paper.blocks)).toContain('"{{ centro.nombre }} # calle **, distrito');
  });
});
