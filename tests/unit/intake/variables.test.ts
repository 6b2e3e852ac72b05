/** Every variable of the register has a place, and codes and labels are the official ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOfQuestion } from '../../../src/shared/register/columns.ts';
import { formSectionIds, sectionOf } from '../../../src/shared/intake/sections.ts';
import type { Question } from '../../../src/shared/record/index.ts';
import { namedVariables } from '../../fixtures/register-form/named-variables.ts';
import {
  administrativeVariables,
  computedVariables,
  fieldVariables,
} from '../../fixtures/register-form/other-variables.ts';
import { sectionAForm, sectionBForm } from '../../support/case-builder.ts';

const folder = join(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(join(folder, 'register_variables.csv'));
const why = isThere ? '' : ' (the official lists are not on this computer)';

/** Rows of a CSV by the names of its columns; quotes, doubled quotes and line ends inside them as RFC 4180. */
function readCsv(name: string): Record<string, string>[] {
  const cells = [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push((quoted ?? plain ?? '').replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ''])));
}

const variablesOf = (question: Question) => columnsOfQuestion(question).map(({ variable }) => variable);
const questions = formSectionIds.flatMap((id): Question[] => Object.values(sectionOf(id).questions));
const asked = new Map(questions.flatMap((question) => variablesOf(question).map((name) => [name, question] as const)));

/** Processed copies write the two names with Ñ without it. */
const withoutTilde = (name: string) => name.replaceAll('Ñ', 'N');
const places = [...asked.keys(), ...Object.keys(fieldVariables), ...Object.keys(computedVariables)]
  .concat(administrativeVariables)
  .map(withoutTilde);
const placed = new Set(places);

describe('the variables of the register', () => {
  it('have each exactly one place', () => {
    expect(places.filter((name, at) => places.indexOf(name) !== at)).toEqual([]);
  });

  it('include every one that the description of the form names', () => {
    expect(namedVariables.length).toBeGreaterThan(550);
    expect(namedVariables.filter((name) => !placed.has(withoutTilde(name)))).toEqual([]);
  });

  it('are none beyond those named or in the dictionary of 168', () => {
    const dictionary = readFileSync(join(import.meta.dirname, '../../fixtures/register/variables-168.txt'), 'utf8');
    const known = new Set([...namedVariables, ...dictionary.split(/\s+/)].map(withoutTilde));
    const strange = places.filter((name) => !known.has(name));
    expect(strange, 'misspelt, or new: tests/fixtures/register-form/named-variables.ts').toEqual([]);
  });

  it('that are fields stand in a form under that path', () => {
    const appraisal = { text: 'Texto', isHandedOver: false };
    const forms = {
      a: { ...sectionAForm(), informant: sectionAForm().user, admission: withNumber() },
      b: { ...sectionBForm(), appraisal },
      c: { appraisal },
      d: { appraisal },
      centre: { name: 'Villa Inventada' },
    };
    for (const [variable, path] of Object.entries(fieldVariables)) {
      let value: unknown = forms;
      for (const part of path.split('.')) {
        expect(Object.hasOwn(value as object, part), `${variable}: ${path}`).toBe(true);
        value = (value as Readonly<Record<string, unknown>>)[part];
      }
    }
  });

  it.skipIf(!isThere)(`of the dictionary of 168 and of the list of 2026 all have a place${why}`, () => {
    const official = readCsv('register_variables.csv').map((row) => row['variable'] ?? '');
    const of2026 = readCsv('register_variables_2026.csv').map((row) => row['variable'] ?? '');
    expect([official.length, of2026.length]).toEqual([168, 143]);
    expect([...official, ...of2026].filter((name) => !placed.has(withoutTilde(name)))).toEqual([]);
  });
});

function withNumber() {
  return { ...sectionAForm().admission, fichaNumber: { numeric: 12, alphabetic: 'A', year: 2026 } };
}

/** Accents, case, quotes, dashes and spaces aside: the lists were typed by hand more than once. */
function plainLabel(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Code = { readonly code: number; readonly label: string };

function codesOf(question: Question): readonly Code[] | null {
  if (question.kind === 'choice') return question.options;
  if (question.kind === 'ticks') return [{ code: 1, label: 'Si' }];
  return question.kind === 'yesNo'
    ? [
        { code: 0, label: 'No' },
        { code: 1, label: 'Si' },
      ]
    : null;
}

/** Labels that differ from the lists on purpose, with the reason. */
const onPurpose: Readonly<Record<string, string>> = {
  'FORMA_INGRESO 9 personal de la sede central del programa nacional aurora': 'the name of the programme is a setting',
  NIVEL_DE_RIESGO_VICTIMA: '«Riesgo Leve» as in the dictionary of 168',
  FORMA_INGRESO: 'plural on the paper',
  VINCULO_AGRESOR_VICTIMA: 'as on the paper: the block says whose bond',
  SIN_VINCULO: 'named as the answer that opens it',
  CENTRO_POBLADO_DOMICILIO: 'the block says whose home',
  VULNERABILIDAD_VICTIMA_VIH: '«persona que vive con»: respectful wording',
  ...grouped('the question says the rest', ['VICTIMA_NINGUNA_SIT_MIGR', 'AGRESOR_NINGUNA_SIT_MIGR', 'NINGUN_SEGURO']),
  ...grouped('the question says the rest', ['NINGUN_TRATAMIENTO', 'VINCULO_AFECTIVO_NINGUNO', 'DOCUMENTO_NINGUNO']),
  ...grouped('shorter', ['HIJAS_VIVAS_0_17', 'HIJOS_VIVOS_0_17', 'HIJAS_VIVAS_18_MAS', 'HIJOS_VIVOS_18_MAS']),
  ...grouped('one question for three columns', ['DPTO_DOMICILIO', 'PROV_DOMICILIO', 'DIST_DOMICILIO']),
};

function grouped(reason: string, variables: readonly string[]): Record<string, string> {
  return Object.fromEntries(variables.map((variable) => [variable, reason]));
}

describe.skipIf(!isThere)(`official codes${why}`, () => {
  it('of the dictionary are those of the questions, code 0 included, with their labels', () => {
    const official = Map.groupBy(readCsv('register_codes.csv'), (row) => row['variable'] ?? '');
    const differences: string[] = [];
    for (const [variable, rows] of official) {
      const question = asked.get(variable);
      const own = question === undefined ? null : codesOf(question);
      if (own === null) {
        if (!(variable in fieldVariables) && !(variable in computedVariables)) differences.push(`${variable}: no list`);
        continue;
      }
      const wanted = rows.map((row) => `${Number(row['code'])} ${plainLabel(row['label_es'] ?? '')}`);
      const have = own.map(({ code, label }) => `${code} ${plainLabel(label)}`);
      for (const row of wanted.filter((one) => !have.includes(one) && !(`${variable} ${one}` in onPurpose)))
        differences.push(
          `${variable} ${row} | ${have.find((one) => one.split(' ')[0] === row.split(' ')[0]) ?? 'none'}`,
        );
      if (own.length !== wanted.length) differences.push(`${variable}: ${own.length} of ${wanted.length} codes`);
    }
    expect(official.size).toBeGreaterThan(150);
    expect(differences).toEqual([]);
  });

  it('of the list of 2026 are those of the questions in the same order', () => {
    const differences = readCsv('register_variables_2026.csv').flatMap(({ variable = '', codes = '' }) => {
      const question = asked.get(variable) ?? asked.get(variable.replace('PUNETAZOS', 'PUÑETAZOS'));
      const own = question === undefined ? null : codesOf(question);
      if (own === null || codes === '' || variable in onPurpose) return [];
      const wanted = codes.split('|').map((one) => plainLabel(one.replace(/^\d+=/, '')));
      const have = own.map(({ label }) => plainLabel(label));
      return wanted.join('|') === have.join('|') ? [] : [`${variable}: ${wanted.join('|')} / ${have.join('|')}`];
    });
    expect(differences).toEqual([]);
  });

  it('label every question and tick as the dictionary does', () => {
    const differences: string[] = [];
    for (const row of [...readCsv('register_variables.csv'), ...readCsv('register_variables_2026.csv')]) {
      const variable = row['variable'] ?? '';
      const question = asked.get(variable);
      if (question === undefined) continue;
      const own =
        question.kind === 'ticks'
          ? (Object.values(question.ticks).find((tick) => tick.variable === variable)?.label ?? '')
          : question.label;
      const wanted = plainLabel(row['label_es'] ?? '');
      const have = plainLabel(own);
      if (!wanted.includes(have) && !have.includes(wanted) && !(variable in onPurpose))
        differences.push(`${variable}: ${wanted} / ${have}`);
    }
    expect(differences).toEqual([]);
  });
});
