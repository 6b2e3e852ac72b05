import { describe, expect, expectTypeOf, it } from 'vitest';
import { intakeChannels } from '../../../src/shared/intake/codes.ts';
import { columnOf } from '../../../src/shared/record/index.ts';
import { columnsOfQuestion } from '../../../src/shared/register/columns.ts';
import { formSectionIds, sectionOf } from '../../../src/shared/intake/sections.ts';
import { countries } from '../../../src/shared/intake/countries.ts';
import { occupations } from '../../../src/shared/intake/occupations.ts';
import {
  blankSectionA,
  sectionA,
  sectionAAnswersSchema,
  type SectionAAnswers,
} from '../../../src/shared/intake/section-a.ts';
import {
  blankSectionB,
  sectionB,
  sectionBAnswersSchema,
  sectionBSchemaFor,
  type SectionBAnswers,
} from '../../../src/shared/intake/section-b.ts';
import { economicActs, physicalActs, psychologicalActs, sexualActs } from '../../../src/shared/intake/violence-acts.ts';
import { askedQuestions, missingQuestions, type AskedWhen, type Question } from '../../../src/shared/record/index.ts';

const sections = formSectionIds.map(sectionOf);

/** Required variables in the data dictionary, besides the settlement of residence (see below). */
const officiallyRequired = [
  ...['ACUDE_SOLA', 'INFORMANTE', 'FORMA_INGRESO', 'INTERPUSO_DENUNCIA', 'VICTIMA_PERUANA', 'VICTIMA_EXTRANJERA'],
  ...['EDAD_VICTIMA', 'SEXO_VICTIMA', 'HIJAS_VIVAS_0_17', 'HIJOS_VIVOS_0_17', 'HIJAS_VIVAS_18_MAS'],
  ...['HIJOS_VIVOS_18_MAS', 'DPTO_DOMICILIO', 'PROV_DOMICILIO', 'DIST_DOMICILIO', 'AREA_RESIDENCIA_DOMICILIO'],
  ...['ESTADO_CIVIL_VICTIMA', 'NIVEL_EDUCATIVO_VICTIMA', 'ESTUDIA', 'TRABAJA_VICTIMA', 'DISCAPACIDAD_VICTIMA'],
  ...['VINCULO_AGRESOR_VICTIMA', 'AGRESOR_VIVE_CASA_VICTIMA', 'SEXO_AGRESOR', 'DEPENDE_VICTIMA_FEMINICIDIO'],
  ...['TIPO_VIOLENCIA', 'PRIMERA_VEZ_AGREDE', 'ESTADO_AGRESOR_U_A', 'ESTADO_VICTIMA_U_A'],
  ...['CONTINUA_RECIBIENDO_TRATAMIENTO', 'ANTECEDENTE_DESAPARICION', 'NIVEL_DE_RIESGO_VICTIMA'],
  ...['DESEA_PATROCINIO_LEGAL', 'REDES_FAM_SOC'],
];

const variablesOf = (question: Question) => columnsOfQuestion(question).map(({ variable }) => variable);

function rulesIn(rule: AskedWhen): Exclude<AskedWhen, { all: unknown } | { any: unknown }>[] {
  if ('all' in rule) return rule.all.flatMap(rulesIn);
  if ('any' in rule) return rule.any.flatMap(rulesIn);
  return [rule];
}

function tickIn(rule: ReturnType<typeof rulesIn>[number]): string | null {
  if ('ticked' in rule) return rule.ticked;
  return 'notTicked' in rule ? rule.notTicked : null;
}

const questions = sections.flatMap((section): [string, Question][] => Object.entries(section.questions));

/** The words of the answer that a rule waits for. */
function chosenLabel(parent: Question, rule: AskedWhen): string | undefined {
  if (parent.kind === 'choice' && 'is' in rule)
    return parent.options.find((option) => option.code === rule.is[0])?.label;
  return parent.kind === 'ticks' && 'ticked' in rule ? parent.ticks[rule.ticked]?.label : undefined;
}

describe('the catalogue of the form', () => {
  it('holds the official numbers of channels, countries, occupations and acts', () => {
    const acts = [economicActs, psychologicalActs, physicalActs, sexualActs].map((list) => Object.keys(list).length);
    expect([intakeChannels.length, countries.length, occupations.length]).toEqual([24, 193, 113]);
    expect(acts).toEqual([15, 18, 15, 15]);
  });

  it('requires every variable the dictionary requires', () => {
    const required = new Set(questions.flatMap(([, question]) => (question.required ? variablesOf(question) : [])));
    expect(officiallyRequired.filter((variable) => !required.has(variable))).toEqual([]);
  });

  it('names each official variable and each question once', () => {
    const variables = questions.flatMap(([, question]) => variablesOf(question)).filter((name) => name !== '');
    expect(variables.filter((name, at) => variables.indexOf(name) !== at)).toEqual([]);
    const names = questions.map(([name]) => columnOf(name));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(sections)('puts every question of section $id in exactly one block, in order', (section) => {
    expect(section.blocks.flatMap((block) => block.questions)).toEqual(Object.keys(section.questions));
  });

  it('rests each skip rule on an earlier question and on answers that question has', () => {
    const seen = new Map<string, Question>();
    for (const [name, question] of questions) {
      for (const rule of question.askedWhen === undefined ? [] : rulesIn(question.askedWhen)) {
        const parent = seen.get(rule.question);
        expect(parent, `${name} rests on ${rule.question}`).toBeDefined();
        const tick = tickIn(rule);
        if (tick !== null) expect(parent?.kind === 'ticks' && tick in parent.ticks, name).toBe(true);
        const codes: readonly unknown[] = 'is' in rule ? rule.is : 'isNot' in rule ? rule.isNot : [];
        const offered = parent?.kind === 'choice' ? parent.options.map((option) => option.code) : [0, 1];
        expect(
          codes.filter((code) => !offered.some((one) => one === code)),
          name,
        ).toEqual([]);
      }
      seen.set(name, question);
    }
  });

  it('gives each «Otro» detail to an option that says so', () => {
    for (const [name, question] of questions) {
      const rule = question.askedWhen;
      if (question.kind !== 'text' || !question.label.startsWith('Especificar otr') || rule === undefined) continue;
      const parent = questions.find(([other]) => 'question' in rule && other === rule.question)?.[1];
      expect(parent === undefined ? undefined : chosenLabel(parent, rule), name).toMatch(/otr/i);
    }
  });

  it('keeps the exact codes and ticks in its types', () => {
    expectTypeOf<SectionAAnswers['userSex']>().toEqualTypeOf<0 | 1 | null>();
    expectTypeOf<SectionAAnswers['bondGroup']>().toEqualTypeOf<1 | 2 | 3 | null>();
    expectTypeOf<SectionAAnswers['userAge']>().toEqualTypeOf<number | null>();
    expectTypeOf<SectionBAnswers['violenceType']>().toEqualTypeOf<0 | 1 | 2 | 3 | null>();
    expectTypeOf<'strangulation'>().toExtend<NonNullable<SectionBAnswers['physicalActs']>[number]>();
  });
});

describe('the schemas of Sections A and B', () => {
  it('accept a blank section and say what it misses', () => {
    expect(sectionAAnswersSchema.safeParse(blankSectionA()).success).toBe(true);
    expect(sectionBAnswersSchema.safeParse(blankSectionB()).success).toBe(true);
    expect(missingQuestions(sectionA.questions, blankSectionA())).toContain('userSex');
  });

  it('refuse the weeks of a man and keep code 0 as an answer', () => {
    const man = { ...blankSectionA(), userSex: 1 as const, isPregnant: 1 as const };
    expect(sectionAAnswersSchema.safeParse(man).success).toBe(false);
    const woman = { ...blankSectionA(), userSex: 0 as const, isPregnant: 1 as const, gestationWeeks: 20 };
    expect(sectionAAnswersSchema.safeParse(woman).success).toBe(true);
  });

  it('refuse a question the catalogue does not know', () => {
    expect(sectionAAnswersSchema.safeParse({ ...blankSectionA(), extra: null }).success).toBe(false);
  });

  it('hide in Section B what Section A excludes once that is known', () => {
    const answers = { ...blankSectionB(), wishesToComplain: 1 as const };
    expect(sectionBAnswersSchema.safeParse(answers).success).toBe(true);
    expect(sectionBSchemaFor({ userSex: 0, complaintFiled: 0 }).safeParse(answers).success).toBe(true);
    expect(sectionBSchemaFor({ userSex: 0, complaintFiled: 1 }).safeParse(answers).success).toBe(false);
    expect(sectionBSchemaFor({ userSex: 0, complaintFiled: null }).safeParse(answers).success).toBe(false);
  });

  it('ask a woman, not a man, for other modalities', () => {
    const ask = (userSex: 0 | 1) => askedQuestions(sectionB.questions, blankSectionB(), { userSex, complaintFiled: 1 });
    expect(ask(0)).toContain('violenceModality');
    expect(ask(1)).not.toContain('violenceModality');
  });

  it('refuse «Ninguno» beside another answer', () => {
    const both = { ...blankSectionB(), treatments: ['none', 'medical'] as ('none' | 'medical')[] };
    expect(sectionBAnswersSchema.safeParse(both).success).toBe(false);
  });

  it('require the reason of a mild level with high probability and impact', () => {
    const answers = { ...blankSectionB(), valuationLevel: 1 as const, likelihood: 2 as const, impact: 2 as const };
    expect(missingQuestions(sectionB.questions, answers)).toContain('mildLevelReason');
    expect(missingQuestions(sectionB.questions, { ...answers, impact: 1 })).not.toContain('mildLevelReason');
  });
});

describe('columnOf', () => {
  it('turns a question into its column', () => {
    expect(columnOf('homeDistrict')).toBe('home_district');
    expect(columnOf('line100FichaNumber')).toBe('line100_ficha_number');
  });
});
