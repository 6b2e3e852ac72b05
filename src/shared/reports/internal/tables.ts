/** Tables T1 to T17 (monthly report §3), monthly and yearly ones alike, over the coded columns of the register. */
import { referralKinds, referralRules } from '../../referrals/index.ts';
import { singleCountGroups, singleCounts } from '../codes.ts';
import { singleCountWords, subtotalWords, totalWords } from '../labels.ts';
import { actGroup, every, inPeriod, type Line, type Part, type TableRule } from './rule.ts';

const bySex: Part = { codes: 'SEXO_VICTIMA' };
const byAge: Part = { ages: 'EDAD_VICTIMA' };

/** Cases by the answer to one question, each code a row. */
const answer = (key: string, title: string, column: string): TableRule => ({
  ...{ key, title, rows: [{ codes: column }], columns: [bySex], notes: ['R6'] },
});
const ticked = (key: string, title: string, ...questions: readonly string[]): TableRule => ({
  ...{ key, title, rows: [{ ticks: questions }], columns: [bySex], notes: ['R7'] },
});
const flags = (key: string, title: string, columns: readonly string[], more: Partial<TableRule> = {}): TableRule => ({
  key,
  title,
  rows: [{ yes: columns }],
  columns: [bySex],
  notes: ['R5', 'R10'],
  ...more,
});

const actLine = (label: string, group: string): Line => ({ label, column: actGroup, is: [group] });
const casesAndActs: Part = {
  lines: [
    { label: 'Casos', column: every, is: [''], once: 'case' },
    { label: 'Actos', column: every, is: [''] },
  ],
};
const acts = (key: string, title: string, lines: readonly Line[], more: Partial<TableRule> = {}): TableRule => ({
  ...{
    key,
    title,
    rows: [{ lines }],
    columns: [casesAndActs],
    over: 'acts',
    bare: true,
    untotalled: true,
    notes: ['R14'],
  },
  ...more,
});
const countsOf = (table: 'T13' | 'T14'): Line[] =>
  singleCountGroups
    .filter((group) => singleCounts[group].table === table)
    .map((group) => actLine(singleCountWords[group], group));

const fiveLevels: Part = {
  of: 'NIVEL_EDUCATIVO_VICTIMA',
  groups: [
    ['Sin nivel / Inicial', ['1', '2']],
    ['Primaria', ['3', '4']],
    ['Secundaria', ['5', '6']],
    ['Superior', ['7', '8', '9', '10']],
    ['Básica especial', ['11']],
    ['Posgrado', ['12']],
  ],
};

const T1: readonly TableRule[] = [
  {
    ...{ key: 'T1', title: 'Casos por sexo, y acumulado del año', over: 'yearToDate', bare: true },
    untotalled: true,
    rows: [
      bySex,
      {
        lines: [
          { label: totalWords, column: every, is: [''], total: true },
          { label: 'Personas distintas', column: every, is: [''], once: 'person' },
        ],
      },
    ],
    columns: [
      {
        lines: [
          { label: 'Periodo', column: inPeriod, is: ['1'] },
          { label: 'Acumulado del año', column: every, is: [''] },
        ],
      },
    ],
  },
  { key: 'T2', title: 'Casos por sexo y edad', rows: [bySex], columns: [byAge] },
  {
    ...{ key: 'T2-meses', title: 'Casos por mes, sexo y edad', over: 'yearToDate', rows: [{ months: true }] },
    columns: [bySex, byAge],
  },
  {
    ...{ key: 'T3', title: 'Condición del caso', columns: [bySex], notes: ['R3'] },
    rows: [
      { codes: 'CONDICION' },
      { lines: [{ label: subtotalWords, column: 'CONDICION', is: ['1', '2', '3'], total: true }] },
    ],
  },
];

const violence: readonly TableRule[] = [
  answer('T4-sexo', 'Tipo principal de violencia por sexo', 'TIPO_VIOLENCIA'),
  { ...answer('T4-edad', 'Tipo principal de violencia por edad', 'TIPO_VIOLENCIA'), columns: [byAge] },
  ticked('T5', 'Actos de violencia', 'economicActs', 'psychologicalActs', 'physicalActs', 'sexualActs'),
  {
    ...answer('T6', 'Nivel de riesgo por sexo y tipo principal', 'NIVEL_DE_RIESGO_VICTIMA'),
    columns: [bySex, { codes: 'TIPO_VIOLENCIA' }],
  },
  { ...answer('T6-edad', 'Nivel de riesgo por edad', 'NIVEL_DE_RIESGO_VICTIMA'), columns: [byAge] },
  answer('T7', 'Vínculo con la presunta persona agresora', 'VINCULO_AGRESOR_VICTIMA'),
  answer('T7-vinculos', 'Vínculo con la presunta persona agresora, en detalle', 'VINCULO_GRUPAL'),
];

const profile: readonly TableRule[] = [
  answer('T8-estado-civil', 'Estado civil', 'ESTADO_CIVIL_VICTIMA'),
  answer('T8-educacion', 'Nivel educativo', 'NIVEL_EDUCATIVO_VICTIMA'),
  { key: 'T8-educacion-grupos', title: 'Nivel educativo, en grupos', rows: [fiveLevels], columns: [bySex] },
  answer('T8-estudia', 'Estudia actualmente', 'ESTUDIA'),
  answer('T8-trabaja', 'Trabajo remunerado', 'TRABAJA_VICTIMA'),
  ticked('T8-seguro', 'Seguro médico', 'healthInsurance'),
  answer('T8-lengua', 'Lengua materna', 'LENGUA_MATERNA_VICTIMA'),
  answer('T8-etnia', 'Autoidentificación étnica', 'ETNIA_VICTIMA'),
  answer('T8-area', 'Área de residencia', 'AREA_RESIDENCIA_DOMICILIO'),
  answer('T8-discapacidad', 'Discapacidad', 'DISCAPACIDAD_VICTIMA'),
  ticked('T8-discapacidades', 'Tipo de discapacidad', 'disabilityKinds'),
  flags(
    'T8-poblaciones',
    'Poblaciones',
    [...['CASOS_PERSONAS_EXTRANJERAS', 'VICTIMA_GESTANDO', 'DISCAPACIDAD_VICTIMA', 'CASOS_PERSONAS_LGBTI']],
    { notes: ['R5', 'R10', 'R11'] },
  ),
  answer('T9-sexo', 'Sexo de la presunta persona agresora', 'SEXO_AGRESOR'),
  {
    ...{ key: 'T9-edad', title: 'Edad de la presunta persona agresora' },
    ...{ rows: [{ ages: 'EDAD_AGRESOR' }], columns: [bySex] },
  },
  answer('T9-educacion', 'Nivel educativo de la presunta persona agresora', 'NIVEL_EDUCATIVO_AGRESOR'),
  answer('T9-trabaja', 'Trabajo de la presunta persona agresora', 'TRABAJA_AGRESOR'),
  answer('T9-estado', 'Estado de la presunta persona agresora en la última agresión', 'ESTADO_AGRESOR_U_A'),
  {
    ...{ key: 'T9-alcohol-drogas', title: 'Alcohol o drogas en la última agresión', columns: [bySex], notes: ['R11'] },
    rows: [
      { lines: [{ label: 'Bajo efectos de alcohol o drogas', column: 'ESTADO_AGRESOR_U_A', is: ['2', '3', '4'] }] },
    ],
  },
  answer('T9-convive', 'Vive en la casa de la persona usuaria', 'AGRESOR_VIVE_CASA_VICTIMA'),
];

const event: readonly TableRule[] = [
  answer('T10-lugar', 'Lugar de ocurrencia', 'LUGAR_OCURRENCIA'),
  answer('T10-ambito', 'Ámbito de la violencia', 'AMBITO_VIOLENCIA'),
  answer('T10-primera-vez', 'Primera vez que la agrede', 'PRIMERA_VEZ_AGREDE'),
  answer('T10-frecuencia', 'Frecuencia', 'FRECUENCIA_AGREDE'),
  answer('T10-modalidad', 'Otras modalidades de violencia contra las mujeres', 'MODALIDADES_VCM'),
  answer('T11', 'Forma de ingreso', 'FORMA_INGRESO'),
  answer('T11-medio', 'Medio por el que conoció el servicio', 'MEDIO'),
  answer('T12-denuncia', 'Denuncia antes del CEM', 'INTERPUSO_DENUNCIA'),
  answer('T12-donde', 'Dónde interpuso la denuncia', 'DONDE_INTERPUSO_DENUNCIA'),
  answer('T12-proteccion', 'Medidas de protección antes del CEM', 'CUENTA_MEDIDAS_PROTECCION'),
  answer('T12-cautelares', 'Medidas cautelares antes del CEM', 'CUENTA_MEDIDAS_CAUTELARES'),
  ticked('T12-documentos', 'Documentos con que cuenta', 'documentsHeld'),
];

const service: readonly TableRule[] = [
  acts('T13', 'Atenciones del periodo', countsOf('T13'), { notes: ['R14', 'once'] }),
  flags('T13-casos', 'Atención de los casos del periodo', [
    ...['CEM_ATENC_PSICOLOG', 'CEM_ATENC_SOCIAL', 'CEM_ATENC_LEGAL', 'PATROCINIO_LEGAL'],
    ...['ATENCION_INTEGRAL', 'ATENCION_INTERDISCIPLINARIA', 'CASOS_INFORME_PSICO', 'CASOS_INFORME_SOCIAL'],
  ]),
  ticked('T13-plan', 'Acciones del plan de atención', 'planActions'),
  acts('T14', 'Actuaciones legales del periodo', countsOf('T14')),
  flags('T14-casos', 'Actuación legal en los casos del periodo', [
    ...['CEM_DENUNCIA', 'CASOS_APERSONAMIENTO', 'CEM_SOL_MED_PROTECCION', 'CEM_SOL_MED_CAUTELARES'],
    ...['CASOS_CONSTITUCION_PARTE_CIVIL', 'CASOS_QUEJA_DERECHO_FISCAL', 'CASOS_RECURSO_IMPUG_JUDICIAL'],
  ]),
  acts(
    'T15',
    'Derivaciones del periodo',
    referralKinds.map((kind) => actLine(referralRules[kind].label, `referral-${kind}`)),
  ),
  flags('T15-casos', 'Derivación de los casos del periodo', [
    ...['CEM_DERIVA_SALUD', 'CEM_DERIVA_SALUD_KIT_EMERG', 'CASOS_KIT_EMERG_ENTREG', 'CEM_HOGAR_REFUGIO'],
    ...['SEGURO_MEDICO', 'CASOS_DERIV_SERVICIOS_MINJUSDH', 'CASOS_DERIV_UPE', 'CASOS_DERIV_SERV_COMPLEMENT'],
  ]),
  answer('T15-sin-kit', 'Por qué no se derivó para el kit de emergencia', 'MOTIVO_NO_DERIVA_EESS'),
  {
    ...{ key: 'T16', title: 'Distrito de residencia', columns: [bySex], notes: ['R13'] },
    rows: [{ places: 'UBIGEO_DOMICILIO' }],
  },
  flags('T17', 'Hechos especiales', [
    ...['DEPENDE_VICTIMA_FEMINICIDIO', 'CASO_TENTATIVA_DE_FEMINICIDIO', 'ANTECEDENTE_DESAPARICION'],
    ...['DESAPARICION_TRATA_PERSONAS', 'TRATA_CON_FINES_EXPLOTACION_SEXUAL', 'EXPLOTACION_SEXUAL'],
  ]),
  answer('T17-movil', 'Móvil de la tentativa de feminicidio', 'MOVIL_TENTATIVA_DE_FEMINICIDIO'),
  answer('T17-modalidad', 'Modalidad de la tentativa de feminicidio', 'MODALIDAD_TENTATIVA_DE_FEMINICIDIO'),
];

export const internalRules: readonly TableRule[] = [...T1, ...violence, ...profile, ...event, ...service];
