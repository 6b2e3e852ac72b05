import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionA } from '../../../src/shared/intake/section-a.ts';
import { sectionB } from '../../../src/shared/intake/section-b.ts';
import type { Question } from '../../../src/shared/record/index.ts';
import {
  answerOfColumns,
  columnName,
  columnsOfAnswer,
  columnsOfQuestion,
} from '../../../src/shared/register/columns.ts';
import { questionsInOrder } from '../../../src/shared/register/lines.ts';
import { registerSections } from '../../../src/shared/register/sections.ts';
import { randomRuns } from '../../support/random-runs.ts';

const questions = registerSections.flatMap((section) => questionsInOrder(section)).map(({ question }) => question);
const official = questions.filter((question) => columnsOfQuestion(question).length > 0);

/** Any answer the question allows, with at least one tick: the register cannot say «asked, none ticked». */
function anyAnswer(question: Question): fc.Arbitrary<unknown> {
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...question.options.map(({ code }) => code));
    case 'yesNo':
      return fc.constantFrom(0, 1);
    case 'ticks':
      return fc.subarray(Object.keys(question.ticks), { minLength: 1 });
    case 'number':
      return fc.integer({ min: question.min, max: question.max });
    case 'date':
      return fc.constantFrom('2026-06-10', '1999-12-31');
    case 'partialDate':
      return fc.constantFrom(
        { year: 2026, month: 6, day: 8 },
        { year: 2026, month: 6, day: null },
        { year: 1999, month: null, day: null },
      );
    case 'time':
      return fc.constantFrom('00:00', '21:30');
    case 'place':
      return fc.constantFrom('150132', '010101', '999999');
    case 'text':
      return fc.string({ minLength: 1, maxLength: 20 });
  }
}

describe('columns of the central register', () => {
  it('give back every answer of every question, and nothing for none', () => {
    for (const question of official) {
      fc.assert(
        fc.property(fc.option(anyAnswer(question)), (answer) => {
          expect(answerOfColumns(question, columnsOfAnswer(question, answer))).toEqual(answer);
        }),
        randomRuns(12),
      );
    }
  });

  it('name each official variable once in the whole form', () => {
    const names = official.flatMap((question) => columnsOfQuestion(question).map(({ variable }) => variable));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(290);
  });

  it('write 1 for a tick and nothing for the others, never 0', () => {
    const { physicalActs } = sectionB.questions;
    const cells = columnsOfAnswer(physicalActs, ['kicks']);
    expect(cells['PUNTAPIES_PATADAS']).toBe('1');
    expect(new Set(Object.values(cells))).toEqual(new Set(['1', '']));
  });

  it('write code 0 as an answer', () => {
    expect(columnsOfAnswer(sectionB.questions.violenceType, 0)).toEqual({ TIPO_VIOLENCIA: '0' });
    expect(columnsOfAnswer(sectionA.questions.userSex, 0)).toEqual({ SEXO_VICTIMA: '0' });
    expect(columnsOfAnswer(sectionA.questions.userIsPeruvian, 0)).toEqual({ VICTIMA_PERUANA: '0' });
  });

  it('split a district in pairs and a date in its three parts, an unknown part empty', () => {
    expect(columnsOfAnswer(sectionA.questions.homeDistrict, '010102')).toEqual({
      DPTO_DOMICILIO: '01',
      PROV_DOMICILIO: '01',
      DIST_DOMICILIO: '02',
    });
    expect(columnsOfAnswer(sectionB.questions.complaintOn, { year: 2026, month: 6, day: null })).toEqual({
      DIA_DENUNCIA: '',
      MES_DENUNCIA: '6',
      ANO_DENUNCIA: '2026',
    });
  });

  it('read and write the two names with Ñ either way', () => {
    const { physicalActs } = sectionB.questions;
    expect(columnName('PUÑETAZOS', 'plain')).toBe('PUNETAZOS');
    expect(columnName('PUÑETAZOS', 'official')).toBe('PUÑETAZOS');
    expect(answerOfColumns(physicalActs, { PUNETAZOS: '1' })).toEqual(
      answerOfColumns(physicalActs, { PUÑETAZOS: '1' }),
    );
    expect(answerOfColumns(physicalActs, { PUNETAZOS: '1' })).not.toBeNull();
  });
});
