/** The texts of the letters: what ships is sound, and whatever is lost, misspelled or not of the kind is refused. */
import { describe, expect, it } from 'vitest';
import {
  checkLetter,
  composeLetter,
  composeReferral,
  inventedReferral,
  letterLines,
  referralKinds,
  referralRules,
  referralTemplateTable,
  shippedLetter,
  shippedLetters,
  type LetterValue,
  type ReferralKind,
} from '../../../src/shared/referrals/index.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';

const textOf = (kind: ReferralKind) => shippedLetter(kind).value.text;
const messagesOf = (text: string, kind: ReferralKind) =>
  checkLetter(text, kind).map(({ line, message }) => `${line}: ${message}`);

/** Each way one match of the pattern can be changed. */
function mutants(of: string, pattern: RegExp, change: (found: string) => string): string[] {
  return [...of.matchAll(pattern)].map(
    (match) => of.slice(0, match.index) + change(match[0]) + of.slice(match.index + match[0].length),
  );
}

function printed(value: LetterValue): string {
  const { facts, options } = inventedReferral(value.kind, value.post);
  return JSON.stringify(composeLetter(value, facts, options).blocks);
}

describe.each(referralKinds)('the text of the letter of %s', (kind) => {
  const text = textOf(kind);

  it('is accepted as it ships, and reads without a gap on the invented case', () => {
    const { value } = shippedLetter(kind);
    expect(referralTemplateTable.value.safeParse(value).success).toBe(true);
    const { facts, options } = inventedReferral(kind, value.post);
    expect([...composeLetter(value, facts, options).gaps]).toEqual([]);
    expect(printed(value)).not.toMatch(/undefined|\[FALTA/);
  });

  it('is refused when any placeholder is lost from its line', () => {
    const all = [...mutants(text, /{{[^}]*}}/g, () => ''), ...mutants(text, / {{[^}]*}}/g, () => '')];
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((one) => checkLetter(one, kind).length === 0)).toEqual([]);
  });

  it('is refused when any placeholder is misspelled', () => {
    const all = mutants(text, /{{ [a-z_]+\.[a-z_]+/g, (found) => `${found}x`);
    expect(all.filter((one) => checkLetter(one, kind).length === 0)).toEqual([]);
  });

  it('is refused when any placeholder is left open', () => {
    const all = mutants(text, / }}/g, () => '');
    expect(all.filter((one) => checkLetter(one, kind).length === 0)).toEqual([]);
  });

  it('may leave out any fact of the record, and nothing that the receiver must have', () => {
    const weights = new Map(letterLines(kind).map(({ path, weight }) => [path, weight]));
    for (const line of text.split('\n')) {
      const path = /{{ (\S+) }}/.exec(line)?.[1];
      if (path === undefined) continue;
      const found = checkLetter(text.replace(`${line}\n`, '').replace(line, ''), kind);
      expect([path, found.length === 0]).toEqual([path, weights.get(path) !== 'required']);
    }
  });

  it('tells no fact that its kind may not tell', () => {
    const own = new Set(letterLines(kind).map(({ path }) => path));
    const all = new Set(referralKinds.flatMap((other) => letterLines(other).map(({ path }) => path)));
    for (const path of [...all].filter((one) => !own.has(one)))
      expect(messagesOf(`${text}\n= Otro: {{ ${path} }}`, kind).join()).toContain(`El dato «${path}» no existe`);
    expect(own.has('carta.ficha')).toBe(referralRules[kind].namesFicha);
    expect([...all].join(' ')).not.toMatch(/direccion|relato|albergue/);
  });
});

describe('checkLetter', () => {
  const text = textOf('health');
  const first = text.split('\n').length + 1;

  it.each([
    ['an unclosed condition', '{% if persona.lengua %}', 'no se cierra'],
    ['a part that is never reached', '{% if caso.riesgo and not caso.riesgo %}X{% endif %}', 'nunca se imprime'],
    ['a fact that is told already', '= Otra vez: {{ persona.documento }}', 'ya está en el texto'],
    ['a row without a label', '= {{ persona.sexo }}', 'una fila sin etiqueta'],
    ['a row without a fact', '= Etiqueta:', 'una fila sin etiqueta o sin dato'],
    ['a title with nothing under it', '# Otra parte', 'puede quedar vacía'],
    ['the address', '= Domicilio: {{ persona.direccion }}', 'no existe'],
  ])('refuses %s with its line', (_name, part, words) => {
    expect(messagesOf(`${text}\n${part}`, 'health').join()).toContain(words);
    expect(checkLetter(`${text}\n${part}`, 'health')[0]?.line).toBe(first);
  });

  it('refuses words around a fact that may not apply, unless a condition says that it does', () => {
    const line = '= Lengua: {{ persona.lengua }}';
    const without = text.replace(`${line}\n`, '');
    const loose = ['Habla {{ persona.lengua }}.', '= Lengua: habla {{ persona.lengua }}'];
    for (const words of loose) {
      expect(messagesOf(`${without}\n\n${words}`, 'health').join()).toContain('puede no corresponder');
      const guarded = `${without}\n\n{% if persona.lengua and persona.seguro %}\n${words}\n{% endif %}`;
      expect(messagesOf(guarded, 'health')).toEqual([]);
    }
  });

  it('takes a fact in one branch or the other', () => {
    const line = '= Sexo: {{ persona.sexo }}';
    const either = `{% if persona.lengua %}\n${line}\n{% else %}\n= Es: {{ persona.sexo }}\n{% endif %}`;
    expect(messagesOf(text.replace(line, either), 'health')).toEqual([]);
  });

  it('takes its facts in another order and under other labels, and prints them so', () => {
    const changed = text
      .replace('= Documento: {{ persona.documento }}\n', '')
      .replace('= Nombres', '= Identidad: {{ persona.documento }}\n= Nombres');
    const value = { ...shippedLetter('health').value, text: changed };
    expect(messagesOf(changed, 'health')).toEqual([]);
    const words = printed(value);
    expect(words.indexOf('Identidad')).toBeLessThan(words.indexOf('Nombres y apellidos'));
    expect(words).not.toContain('"Documento"');
  });

  it('refuses an empty title and facts in a line that is no text', () => {
    const issuesOf = (more: Partial<LetterValue>) => {
      const parsed = referralTemplateTable.value.safeParse({ ...shippedLetter('health').value, ...more });
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
    };
    expect(issuesOf({ title: ' ' })).toEqual(['title']);
    expect(issuesOf({ title: 'FICHA {{ centro.nombre }}' })).toEqual(['title']);
    expect(issuesOf({ post: 'Jefatura {{ centro.nombre }}' })).toEqual(['post']);
  });
});

describe('a letter that leaves a fact out', () => {
  it('does not ask for it', () => {
    const facts = { ...someFacts, person: { ...someFacts.person, document: null } };
    const missing = (text: string) => {
      const template = { ...shippedLetter('sis'), value: { ...shippedLetter('sis').value, text } };
      const issue = { number: null, code: null, draft: true, withheld: [], ...nobodyHidden, template };
      return composeReferral('sis', facts, someOptions('sis'), issue).missing.map(({ fact }) => fact);
    };
    expect(missing(textOf('sis'))).toEqual(['agraviada.documento']);
    expect(missing(textOf('sis').replace('= Documento: {{ persona.documento }}\n', ''))).toEqual([]);
  });
});

describe('the table', () => {
  it('has a row to confirm for every kind, and labels each', () => {
    expect(shippedLetters.map(({ value }) => value.kind)).toEqual(referralKinds);
    expect(new Set(shippedLetters.map(({ confirmation }) => confirmation))).toEqual(new Set(['toConfirm']));
    expect(shippedLetters.every(({ note }) => note?.includes('U72') === true)).toBe(true);
  });
});
