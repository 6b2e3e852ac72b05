/**
 * One row a case in the ministry's variables and codes: the columns of the monthly report §5 and no other, in the order of
 * the form. What is no code of its column refuses the whole file.
 */
import { formSectionIds, sectionOf, type FormSectionId } from '../../intake/index.ts';
import {
  ageBandIndex,
  ageBandLabels,
  categoryCodes,
  codedColumns,
  columnsOfQuestion,
  indicators,
  shiftCodes,
  userGroupings,
} from '../../register/index.ts';

/** Of the sections about persons and event these alone go out; what is not named stays. */
const released: ReadonlySet<string> = new Set([
  ...['CEM_USUARIA', 'CEM_AGRESOR', 'CEM_DERIVADO'],
  ...['VICTIMA_PAIS_EXTRANJERO', 'SEXO_VICTIMA', 'VICTIMA_GESTANDO'],
  ...['HIJAS_VIVAS_0_17', 'HIJOS_VIVOS_0_17', 'HIJAS_VIVAS_18_MAS', 'HIJOS_VIVOS_18_MAS'],
  ...['LENGUA_MATERNA_VICTIMA', 'OTRA_LENGUA_NATIVA_VICTIMA', 'ETNIA_VICTIMA', 'PUEBLO_INDIGENA_AMAZONIA'],
  ...['PUEBLO_INDIGENA_ANDES', 'AREA_RESIDENCIA_DOMICILIO', 'ESTADO_CIVIL_VICTIMA', 'NIVEL_EDUCATIVO_VICTIMA'],
  ...['ESTUDIA', 'TIPO_GESTION_ESTUDIA', 'TRABAJA_VICTIMA', 'OCUPACION_VICTIMA', 'DISCAPACIDAD_VICTIMA'],
  ...['SIS_SEGURO', 'ESSALUD_SEGURO', 'PRIVADO_SEGURO', 'PNP_SEGURO', 'OTRO_SEGURO', 'NINGUN_SEGURO'],
  ...['OTRO_DISCAPACIDAD', 'AGRESOR_OTRO_DISCAPACIDAD', 'VINCULO_AGRESOR_VICTIMA', 'VINCULO_PAREJA'],
  ...['VINCULO_FAMILIAR', 'SIN_VINCULO', 'AGRESOR_VIVE_CASA_VICTIMA', 'SEXO_AGRESOR', 'NIVEL_EDUCATIVO_AGRESOR'],
  ...['TRABAJA_AGRESOR', 'OCUPACION_AGRESOR', 'DISCAPACIDAD_AGRESOR', 'ESTADO_AGRESOR_U_A', 'ESTADO_AGRESOR_G'],
  ...['TIPO_VIOLENCIA', 'MODALIDADES_VCM', 'LUGAR_OCURRENCIA', 'AMBITO_VIOLENCIA', 'TIPO_AMBITO_PUBLICO'],
  ...['PRIMERA_VEZ_AGREDE', 'FRECUENCIA_AGREDE', 'PROBABILIDAD_VIOLENCIA', 'IMPACTO_VIOLENCIA', 'TIEMPO_VIOLENCIA'],
  ...['NIVEL_DE_RIESGO_VICTIMA', 'INTERPUSO_DENUNCIA', 'DONDE_INTERPUSO_DENUNCIA', 'DESEA_DENUNCIAR'],
  ...['CUENTA_MEDIDAS_PROTECCION', 'CUENTA_MEDIDAS_CAUTELARES', 'SITUACION_AGRESOR', 'DESEA_PATROCINIO_LEGAL'],
]);
const releasedTicks: ReadonlySet<string> = new Set([
  ...['disabilityKinds', 'economicActs', 'psychologicalActs', 'physicalActs', 'sexualActs'],
]);
const releasedFamilies =
  /^(?:VICTIMA_DISCAPACIDAD|AGRESOR_DISCAPACIDAD|FACTOR_AGRESOR|FACTOR_VICTIMA|VULNERABILIDAD_VICTIMA|VINCULO_AFECTIVO|DOCUMENTO)_/;
const aboutPersons: ReadonlySet<FormSectionId> = new Set(['a', 'b']);

/** Counts of children, the only numbers that go out. */
const counted = /^HIJ[AO]S_VIV[AO]S_/;

export type RowColumn = { readonly variable: string; readonly isCode: (value: string) => boolean };

const column = (variable: string, codes: readonly string[]): RowColumn => {
  const known = new Set(['', ...codes]);
  return { variable, isCode: (value) => known.has(value) };
};
const upTo = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

function columnOf(variable: string): RowColumn[] {
  if (counted.test(variable)) return [{ variable, isCode: (value) => /^(?:|[0-9]|[12][0-9])$/.test(value) }];
  const options = codedColumns.get(variable)?.options ?? [];
  const codes = options.map(({ code }) => code);
  return codes.length === 0 ? [] : [column(variable, codes)];
}

/** Reasons stay even where they are coded. */
const isReason = /^MOTIVO_NO_/;

const isReleased = (section: FormSectionId, question: string, variable: string): boolean =>
  (!aboutPersons.has(section) && !isReason.test(variable)) ||
  released.has(variable) ||
  releasedTicks.has(question) ||
  releasedFamilies.test(variable);

const answered = formSectionIds.flatMap((section) =>
  Object.entries(sectionOf(section).questions).flatMap(([name, question]) =>
    columnsOfQuestion(question)
      .filter(({ variable }) => isReleased(section, name, variable))
      .flatMap(({ variable }) => columnOf(variable)),
  ),
);

const groupings = [...userGroupings, 'EDAD_PEQUENO_AGRESOR'] as const;
const months = upTo(12).map((month) => month.padStart(2, '0'));

/** In the order of the dictionary. A name and a department are no codes: they are those of the centre. */
export const rowColumns: readonly RowColumn[] = [
  { variable: 'CEM', isCode: (value) => value !== '' },
  ...columnOf('CONDICION'),
  column(
    'TURNO_INGRESO',
    Object.values(shiftCodes).map(([code]) => code),
  ),
  ...answered,
  ...indicators.flatMap(({ variable }) => columnOf(variable)),
  ...groupings.map((grouping) => column(grouping, upTo(ageBandLabels(grouping).length))),
  ...columnOf('VINCULO_GRUPAL'),
  column('CATEGORIA', Object.values(categoryCodes)),
  { variable: 'DPTO_UBI_CEM', isCode: (value) => value !== '' },
  column('MES', months),
];

/** What is read of a case: the columns, and the ages that become groups. */
export const rowVariables: readonly string[] = [
  ...rowColumns.map(({ variable }) => variable).filter((variable) => codedColumns.has(variable)),
  ...['EDAD_VICTIMA', 'EDAD_AGRESOR'],
];

export type RowFacts = {
  readonly values: Readonly<Record<string, string>>;
  readonly shift: keyof typeof shiftCodes;
  /** Of the admission, as the register has it. */
  readonly month: string;
};
export type RowCentre = {
  readonly name: string;
  readonly category: keyof typeof categoryCodes;
  readonly department: string;
};

function ageCodes(values: RowFacts['values']): Record<string, string> {
  const years = (name: string) => (/^\d+$/.test(values[name] ?? '') ? Number(values[name]) : null);
  const cells = groupings.map((grouping) => {
    const age = years(grouping === 'EDAD_PEQUENO_AGRESOR' ? 'EDAD_AGRESOR' : 'EDAD_VICTIMA');
    const band = ageBandIndex(grouping, age);
    return [grouping, band === null ? '' : String(band + 1)] as const;
  });
  return Object.fromEntries(cells);
}

/** Head and rows; or the columns that hold what the dictionary does not know, never what they hold. */
export function reservedRows(
  cases: readonly RowFacts[],
  centre: RowCentre,
): { readonly rows: readonly (readonly string[])[]; readonly unknown: readonly string[] } {
  const ofCentre = {
    ...{ CEM: centre.name, CATEGORIA: categoryCodes[centre.category], DPTO_UBI_CEM: centre.department },
  };
  const unknown = new Set<string>();
  const rows = cases.map(({ values, shift, month }) => {
    const [turn] = shiftCodes[shift];
    const whole: Readonly<Record<string, string>> = {
      ...values,
      ...ageCodes(values),
      ...ofCentre,
      ...{ TURNO_INGRESO: turn, MES: month },
    };
    return rowColumns.map(({ variable, isCode }) => {
      const value = whole[variable] ?? '';
      if (!isCode(value)) unknown.add(variable);
      return value;
    });
  });
  // In the order of what they hold: that of the fichas would say who came after whom.
  const sorted = rows.toSorted((one, other) => one.join().localeCompare(other.join()));
  return { rows: [rowColumns.map(({ variable }) => variable), ...sorted], unknown: [...unknown] };
}
