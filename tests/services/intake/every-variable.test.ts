/** Every variable of the register is entered, stored in its column and written with its code; none is left out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  formSectionIds,
  plainSectionIds,
  sectionOf,
  type AnswersBySection,
  type PlainForm,
  type SectionAForm,
} from '../../../src/shared/intake/index.ts';
import { columnsOfAnswer } from '../../../src/shared/register/columns.ts';
import { namedVariables } from '../../fixtures/register-form/named-variables.ts';
import { administrativeVariables, computedVariables } from '../../fixtures/register-form/other-variables.ts';
import { aUser, sectionAForm } from '../../support/case-builder.ts';
import { everyAnswer } from '../../support/every-answer.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';

const folder = join(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(join(folder, 'register_variables.csv'));

/** Names of the official lists where they are at hand; those written out with the description are always. */
function officialNames(): string[] {
  if (!isThere) return [...namedVariables];
  const column = (file: string, at: number) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .map((line) => line.split(',')[at] ?? '')
      .filter((cell) => /^[A-ZÑ][A-ZÑ0-9_]+$/.test(cell));
  return [...namedVariables, ...column('register_variables.csv', 1), ...column('register_variables_2026.csv', 1)];
}

const plain = (name: string) => name.replaceAll('Ñ', 'N');
const fichas = everyAnswer();

let centre: TestCentre;
let caseId = '';
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase({ isValidated: false }));
});
afterAll(closeCentres);

const {
  preferredName: _preferredName,
  birth: _birth,
  aliases: _aliases,
  ...asInformant
} = aUser({
  givenNames: 'Teresa Inventada',
  document: { kind: 'dni', state: 'known', number: '00998877' },
});

/** Header, persons and dates beside the questions: what the variables of no catalogue rest on. */
function formA(given: AnswersBySection, form: SectionAForm): SectionAForm {
  const { address } = aUser();
  const street = { ...address, streetKind: 'jiron' as const };
  const answers = given.a as SectionAForm['answers'];
  const other = {
    ...form,
    admission: { ...form.admission, fichaNumber: { numeric: 12, alphabetic: 'A', year: 2026 } },
    user: { ...form.user, address: street },
    aggressor: { ...form.aggressor, address: street },
  };
  const informant = answers.informantIsUser === 0 ? { ...asInformant, address: street } : null;
  return { ...sectionAForm(), ...other, informant, answers };
}

async function save(given: AnswersBySection): Promise<void> {
  const legal = await centre.as('legal');
  const psychologist = await centre.as('psico');
  const social = await centre.as('social');
  const appraisal = (text: string) => ({ text: `${text} inventada`, isHandedOver: true });
  const a = await legal.getSectionA({ caseId });
  await legal.saveSectionA({ caseId, version: a.version, form: formA(given, a.form) });
  const b = await psychologist.getSectionB({ caseId });
  await psychologist.saveSectionB({
    caseId,
    version: b.version,
    form: { ...b.form, answers: given.b as never, appraisal: appraisal('Psicología') },
  });
  for (const section of plainSectionIds) {
    const writer = section === 'c' ? social : legal;
    const { version } = await writer.getFormSection({ caseId, section });
    const own = section === 'c' || section === 'd' ? { appraisal: appraisal(section) } : {};
    await writer.saveFormSection({ caseId, version, form: { section, answers: given[section], ...own } as PlainForm });
  }
}

/** Column → code, as the sheet shows them to somebody who may read all of the case. */
async function rowOf(): Promise<Map<string, string>> {
  const { lines } = await (await centre.as('legal')).getRegisterSheet({ caseId });
  return new Map(lines.map(({ id, value }) => [id, value]));
}

describe('every variable of the register', () => {
  it(`is answered in one of ${fichas.length} fichas and comes out of the store with its code`, async () => {
    const written = new Set<string>();
    for (const given of fichas) {
      centre.clock.advance(60_000);
      await save(given);
      const row = await rowOf();
      for (const id of formSectionIds) {
        for (const [name, question] of Object.entries(sectionOf(id).questions)) {
          const columns = columnsOfAnswer(question, given[id]?.[name] ?? null);
          for (const [variable, code] of Object.entries(columns)) {
            expect(row.get(variable), `${name} ${variable}`).toBe(code);
          }
        }
      }
      for (const [variable, value] of row) if (value !== '') written.add(plain(variable));
    }
    const official = [...new Set(officialNames().map(plain))];
    expect(official.length).toBeGreaterThan(550);
    const empty = official.filter((name) => !written.has(name));
    // Nobody types these: the program computes them, or the centre has them (their tests are beside them).
    const notTyped = new Set([...Object.keys(computedVariables), ...administrativeVariables].map(plain));
    expect(empty.filter((name) => !notTyped.has(name))).toEqual([]);
  });
});
