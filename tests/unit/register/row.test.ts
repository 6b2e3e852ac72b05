import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import districts from '../../../resources/places/districts.json' with { type: 'json' };
import { blankAppraisal } from '../../../src/shared/intake/index.ts';
import { makePlaceIndex, type PlaceRow } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { noEvents, type RegisterFacts } from '../../../src/shared/register/facts.ts';
import { anchors } from '../../../src/shared/register/row-parts.ts';
import { registerLines, registerRow } from '../../../src/shared/register/row.ts';
import { registerSections } from '../../../src/shared/register/sections.ts';
import { lineStateOf, linesToType, sheetStateOf } from '../../../src/shared/register/sheet.ts';
import { namedVariables } from '../../fixtures/register-form/named-variables.ts';
import { anAggressor, aUser, sectionAForm, sectionBForm } from '../../support/case-builder.ts';

const places = makePlaceIndex(districts as unknown as readonly PlaceRow[]);

const facts: RegisterFacts = {
  centre: { name: 'Villa Inventada', code: 'C-0001', category: 'policeStation', districtCode: '150132' },
  admission: { fichaNumber: null, admittedOn: '2026-06-10' as CivilDate, admittedTime: '15:45', shift: 'afternoon' },
  condition: 1,
  reportingMonth: '2026-06',
  answers: { A: sectionAForm().answers, B: sectionBForm().answers },
  authors: { A: 'Ana Inventada', B: null },
  user: aUser(),
  aggressor: anAggressor(),
  informant: null,
  account: 'Relato inventado.',
  appraisals: { psychology: blankAppraisal, social: blankAppraisal, legal: blankAppraisal },
  occurredOn: { year: 2026, month: 6, day: null },
  events: noEvents,
};
const lines = registerLines(facts, places);
const row = registerRow(lines);

/** Names of the dictionary of 168 variables, in its order. */
function dictionary(): string[] {
  const text = readFileSync(new URL('../../fixtures/register/variables-168.txt', import.meta.url), 'utf8');
  return text.trim().split('\n');
}

describe('the row of a whole ficha', () => {
  it('has every variable of the dictionary, and every one that the description of the form names', () => {
    expect(dictionary().filter((name) => !(name in row))).toEqual([]);
    const plain = registerRow(lines, 'plain');
    expect(namedVariables.filter((name) => !(name.replaceAll('Ñ', 'N') in plain))).toEqual([]);
  });

  it('names each line once', () => {
    const ids = lines.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('begins with the header and goes by the order of the form', () => {
    const order = ['CEM', 'CONDICION', 'FECHA_INGRESO', 'CEM_USUARIA', 'ACUDE_SOLA', 'FORMA_INGRESO', 'EDAD_VICTIMA'];
    const more = ['VINCULO_AGRESOR_VICTIMA', 'MOTIVO_CONSULTA', 'TIPO_VIOLENCIA', 'ANO_OCURRENCIA_VIOLENCIA'];
    const end = ['NIVEL_DE_RIESGO_VICTIMA', 'CEM_ATENC_PSICOLOG', 'CODIGO_CEM'];
    const at = [...order, ...more, ...end].map((name) => Object.keys(row).indexOf(name));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
  });

  it('says from Section E whether she was sent for the kit, only where it is asked', () => {
    const kit = (planActions: string[] | null, sexualViolenceCase: 0 | 1) =>
      registerRow(
        registerLines(
          { ...facts, answers: { ...facts.answers, E: { planActions }, F: { sexualViolenceCase } } },
          places,
        ),
      )['CASO_DERIVADO_EESS'];
    expect([kit(['emergencyKit'], 1), kit([], 1), kit(null, 1), kit(['emergencyKit'], 0)]).toEqual(['1', '0', '', '']);
  });

  it('shows what the paper asks and the released list leaves out, such as the name of a network', () => {
    const answers = { ...facts.answers, C: { hasNetworks: 1, networkCount: 1, network1Name: 'Teresa Inventada' } };
    const line = registerLines({ ...facts, answers }, places).find(({ id }) => id === 'answers.network1Name');
    expect(line).toMatchObject({ variable: '', value: 'Teresa Inventada', label: 'Red 1: nombre' });
  });

  it('keeps each appraisal and Section D under their own permission', () => {
    const guards = Object.fromEntries(lines.map(({ id, guard, guardView }) => [id, guard && `${guard} ${guardView}`]));
    expect(guards).toMatchObject({
      APRECIACION_PROF_PSICOLOGIA: 'psychologicalReport.read whole',
      APRECIACION_PROF_SOCIAL: 'socialReport.read whole',
      APRECIACION_PROF_LEGAL: 'legalFile.read whole',
      CASO_TENTATIVA_DE_FEMINICIDIO: 'legalFile.read whole',
      REDES_FAM_SOC: null,
    });
  });

  it('writes the header, the event and the places as the register wants them', () => {
    expect(row).toMatchObject({
      FECHA_INGRESO: '10/06/2026',
      HORA_INGRESO: '03:45 PM',
      TURNO_INGRESO: '2',
      CONDICION: '1',
      CATEGORIA: '3',
      DIA_OCURRENCIA_VIOLENCIA: '',
      MES_OCURRENCIA_VIOLENCIA: '6',
      ANO_OCURRENCIA_VIOLENCIA: '2026',
      DPTO_DOMICILIO: '15',
      NOM_DIST: 'San Juan de Lurigancho',
      NOMBRE_REGISTRA_SECCION_A: 'Ana Inventada',
      NOMBRE_REGISTRA_SECCION_B: '',
      EDAD_GRANDE: '2',
      VINCULO_GRUPAL: '4',
      CUI: '',
    });
  });

  it('keeps every column of names and streets out of the file, and in the sheet', () => {
    expect(lines.filter(({ variable }) => variable === '').map(({ id }) => id)).toContain('user.firstSurname');
    expect(Object.keys(row).filter((name) => name.includes('.'))).toEqual([]);
  });

  it('finds the places where names, account and dates of the event stand', () => {
    const blocks = registerSections.flatMap((section) => section.blocks.map(({ id }) => id));
    const questions = registerSections.flatMap((section) => Object.keys(section.questions));
    expect(blocks).toEqual(expect.arrayContaining([...anchors.blocks]));
    expect(questions).toEqual(expect.arrayContaining([...anchors.questions]));
  });

  it('leaves out what a later answer of another section hides, also through several questions', () => {
    const b = sectionBForm({ answers: { complaintOfficeKind: 1, hasProtectionMeasures: 1 } }).answers;
    const valueOf = (complaintFiled: 0 | 1, more: Partial<typeof b> = {}) => {
      const answers = { A: { ...sectionAForm().answers, complaintFiled }, B: { ...b, ...more } };
      const now = registerRow(registerLines({ ...facts, answers }, places));
      return [now['DONDE_INTERPUSO_DENUNCIA'], now['CUENTA_MEDIDAS_PROTECCION'], now['MOTIVO_NO_DESEA_DENUNCIAR']];
    };
    expect(valueOf(1)).toEqual(['1', '1', '']);
    expect(valueOf(0)).toEqual(['', '', '']);
    const unwilling = { wishesToComplain: 0, noComplaintReason: 'Motivo inventado' } as const;
    expect(valueOf(0, unwilling)).toEqual(['', '', 'Motivo inventado']);
    expect(valueOf(1, unwilling)).toEqual(['1', '1', '']);
  });

  it('holds back a street under reserve and the account from who lacks their permission', () => {
    const address = { ...aUser().address, text: 'Los Ejemplos 1', isReserved: true };
    const held = registerLines({ ...facts, user: aUser({ address }) }, places).filter(({ guard }) => guard !== null);
    expect(Object.fromEntries(held.map(({ id, guard }) => [id, guard]))).toMatchObject({
      'user.street': 'safeAddress.read',
      'user.reference': 'safeAddress.read',
      MOTIVO_CONSULTA: 'account.read',
    });
  });
});

describe('the state of a sheet', () => {
  it('is pending until it is registered, and to be brought up to date when an answer is other or new', () => {
    expect(sheetStateOf(null, ['done'])).toBe('pending');
    expect(sheetStateOf('2026-06-11', ['done', 'done'])).toBe('registered');
    expect(sheetStateOf('2026-06-11', ['done', 'changed'])).toBe('changed');
    expect(sheetStateOf('2026-06-11', ['done', 'todo'])).toBe('changed');
  });

  it('asks to pass what has an answer, and what had one', () => {
    const typed = linesToType(lines, new Map([['ESP_OTRO_SEGURO', 'x']])).map(({ id }) => id);
    expect(typed).toContain('ESP_OTRO_SEGURO');
    expect(typed).toContain('SEXO_VICTIMA');
    expect(typed).not.toContain('ESP_OTRA_ETNIA_VICTIMA');
    expect(typed.filter((id) => id.startsWith('CEM_ATENC') || id === 'CODIGO_CEM' || id === 'N_FICHA_N')).toEqual([]);
  });

  it('compares marks, so that a changed answer is seen', () => {
    const passed = new Map([['SEXO_VICTIMA', 'a']]);
    expect(lineStateOf('SEXO_VICTIMA', 'a', passed)).toBe('done');
    expect(lineStateOf('SEXO_VICTIMA', 'b', passed)).toBe('changed');
    expect(lineStateOf('EDAD_VICTIMA', 'a', passed)).toBe('todo');
  });
});
