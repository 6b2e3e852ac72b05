/** Section A, blocks A.4 and A.5: the user and the presumed aggressor. Names, documents and addresses are person records. */
import { choice, detail, number, place, text, ticks, yesNo } from './builders.ts';
import {
  areas,
  bondGroups,
  civilStatuses,
  educationLevels,
  ethnicities,
  familyBonds,
  livesWithUserOptions,
  managementKinds,
  motherTongues,
  otherBonds,
  partnerBonds,
  services,
  sexes,
  studyPlaces,
} from './codes.ts';
import { countries } from './countries.ts';
import { occupations } from './occupations.ts';
import { amazonPeoples, andeanPeoples, nativeLanguages } from './peoples.ts';

const migratoryLabels = {
  refugeApplicant: 'Solicitante de refugio',
  refugee: 'Refugiado',
  asylumApplicant: 'Solicitante de asilo',
  asylee: 'Asilado',
  stateless: 'Apátrida',
  other: 'Otra',
  none: 'Ninguna',
} as const;

function migratoryTicks(person: 'VICTIMA' | 'AGRESOR') {
  return {
    refugeApplicant: { variable: `${person}_SOLICITANTE_REFUGIO`, label: migratoryLabels.refugeApplicant },
    refugee: { variable: `${person}_REFUGIADO`, label: migratoryLabels.refugee },
    asylumApplicant: { variable: `${person}_SOLICITANTE_ASILO`, label: migratoryLabels.asylumApplicant },
    asylee: { variable: `${person}_ASILADO`, label: migratoryLabels.asylee },
    stateless: { variable: `${person}_APATRIDA`, label: migratoryLabels.stateless },
    other: { variable: `${person}_OTRA_SIT_MIGR`, label: migratoryLabels.other },
    none: { variable: `${person}_NINGUNA_SIT_MIGR`, label: migratoryLabels.none },
  };
}

const isYes = (question: string) => ({ question, is: [1] }) as const;

export const user = {
  userIsPeruvian: yesNo('A.4', 'VICTIMA_PERUANA', '¿La persona usuaria es peruano/a?', { required: true }),
  userHasDni: yesNo('A.4', 'VICTIMA_CUENTA_DNI', '¿La persona usuaria cuenta con DNI?', {
    askedWhen: isYes('userIsPeruvian'),
  }),
  userRemembersDni: yesNo('A.4', 'VICTIMA_RECUERDA_N_DNI', '¿La persona usuaria recuerda número de DNI?', {
    askedWhen: isYes('userHasDni'),
  }),
  userIsForeign: yesNo('A.4', 'VICTIMA_EXTRANJERA', '¿La persona usuaria es extranjero/a?', { required: true }),
  userForeignCountry: choice('A.4', 'VICTIMA_PAIS_EXTRANJERO', 'País de la nacionalidad extranjera', {
    options: countries,
    askedWhen: isYes('userIsForeign'),
  }),
  userHasForeignerCard: yesNo(
    'A.4',
    'VICTIMA_CARNE_EXTRANJERIA',
    '¿La persona usuaria cuenta con carné de extranjería?',
    { askedWhen: isYes('userIsForeign') },
  ),
  userMigratoryStatus: ticks('A.4', 'Situación migratoria', migratoryTicks('VICTIMA'), {
    none: 'none',
    askedWhen: isYes('userIsForeign'),
    confirmation: 'toConfirm',
  }),
  userOtherMigratoryStatus: detail('A.4', 'VICTIMA_ESP_OTRA_SIT_MIGR', 'Especificar otra situación migratoria', {
    question: 'userMigratoryStatus',
    ticked: 'other',
  }),
  userAge: number('A.4', 'EDAD_VICTIMA', 'Edad', {
    min: 0,
    max: 120,
    unit: 'años',
    required: true,
    hint: 'Años cumplidos. Menos de un año: 0.',
  }),
  userSex: choice('A.4', 'SEXO_VICTIMA', 'Sexo', { options: sexes, required: true }),
  isPregnant: yesNo('A.4', 'VICTIMA_GESTANDO', '¿Está gestando?', { askedWhen: { question: 'userSex', is: [0] } }),
  gestationWeeks: number('A.4', 'VICTIMA_TIEMPO_GESTACION', 'Especificar tiempo de gestación', {
    min: 1,
    max: 42,
    unit: 'semanas',
    askedWhen: isYes('isPregnant'),
    confirmation: 'toConfirm',
  }),
  minorDaughters: number('A.4', 'HIJAS_VIVAS_0_17', 'Hijas vivas de 0 a 17 años', { min: 0, max: 99, required: true }),
  minorSons: number('A.4', 'HIJOS_VIVOS_0_17', 'Hijos vivos de 0 a 17 años', { min: 0, max: 99, required: true }),
  adultDaughters: number('A.4', 'HIJAS_VIVAS_18_MAS', 'Hijas vivas de 18 a más años', {
    min: 0,
    max: 99,
    required: true,
  }),
  adultSons: number('A.4', 'HIJOS_VIVOS_18_MAS', 'Hijos vivos de 18 a más años', { min: 0, max: 99, required: true }),
  birthDistrict: place('A.4', ['DPTO_NACIMIENTO', 'PROV_NACIMIENTO', 'DIST_NACIMIENTO'], 'Distrito de nacimiento', {
    confirmation: 'toConfirm',
    hint: 'Si nació fuera del Perú, elija «Otro país».',
  }),
  motherTongue: choice(
    'A.4',
    'LENGUA_MATERNA_VICTIMA',
    '¿Cuál es el idioma o lengua materna con el que aprendió a hablar en su niñez?',
    { options: motherTongues, askedWhen: { question: 'userAge', atLeast: 3 }, confirmation: 'toConfirm' },
  ),
  otherNativeLanguage: choice('A.4', 'OTRA_LENGUA_NATIVA_VICTIMA', 'Otra lengua indígena u originaria', {
    options: nativeLanguages,
    askedWhen: { question: 'motherTongue', is: [9] },
    confirmation: 'toConfirm',
  }),
  otherForeignLanguage: detail('A.4', 'OTRA_LENGUA_EXTRANJERA_VICTIMA', 'Especificar otra lengua extranjera', {
    question: 'motherTongue',
    is: [12],
  }),
  ethnicSelfIdentification: choice(
    'A.4',
    'ETNIA_VICTIMA',
    'Por sus costumbres y sus antepasados, la persona usuaria se siente o considera',
    { options: ethnicities, askedWhen: { question: 'userAge', atLeast: 12 }, confirmation: 'toConfirm' },
  ),
  amazonPeople: choice('A.4', 'PUEBLO_INDIGENA_AMAZONIA', 'Pueblo indígena de la Amazonía', {
    options: amazonPeoples,
    askedWhen: { question: 'ethnicSelfIdentification', is: [3] },
    confirmation: 'toConfirm',
  }),
  andeanPeople: choice('A.4', 'PUEBLO_INDIGENA_ANDES', 'Pueblo indígena de los Andes', {
    options: andeanPeoples,
    askedWhen: { question: 'ethnicSelfIdentification', is: [4] },
    confirmation: 'toConfirm',
  }),
  otherEthnicity: detail('A.4', 'ESP_OTRA_ETNIA_VICTIMA', 'Especificar otra etnia', {
    question: 'ethnicSelfIdentification',
    is: [8],
  }),
  homeDistrict: place('A.4', ['DPTO_DOMICILIO', 'PROV_DOMICILIO', 'DIST_DOMICILIO'], 'Distrito de residencia', {
    required: true,
  }),
  homeSettlement: text('A.4', 'CENTRO_POBLADO_DOMICILIO', 'Centro poblado de residencia'),
  homeArea: choice('A.4', 'AREA_RESIDENCIA_DOMICILIO', 'Área de residencia', { options: areas, required: true }),
  civilStatus: choice('A.4', 'ESTADO_CIVIL_VICTIMA', 'Estado civil', { options: civilStatuses, required: true }),
  educationLevel: choice('A.4', 'NIVEL_EDUCATIVO_VICTIMA', 'Nivel educativo', {
    options: educationLevels,
    required: true,
  }),
  studies: yesNo(
    'A.4',
    'ESTUDIA',
    '¿Actualmente la persona usuaria estudia en una I.E./Colegio, Instituto Superior, Universidad u otro?',
    { required: true },
  ),
  studyPlace: choice('A.4', 'LUGAR_ESTUDIA', '¿En dónde estudia?', {
    options: studyPlaces,
    askedWhen: isYes('studies'),
  }),
  studyDistrict: place('A.4', ['DPTO_ESTUDIA', 'PROV_ESTUDIA', 'DIST_ESTUDIA'], 'Distrito del lugar de estudio', {
    askedWhen: isYes('studies'),
  }),
  studyManagement: choice('A.4', 'TIPO_GESTION_ESTUDIA', 'Tipo de gestión', {
    options: managementKinds,
    askedWhen: isYes('studies'),
  }),
  works: yesNo(
    'A.4',
    'TRABAJA_VICTIMA',
    '¿La persona usuaria cuenta con un trabajo remunerado u ocupación para generar ingresos propios?',
    { required: true },
  ),
  occupation: choice('A.4', 'OCUPACION_VICTIMA', 'Ocupación', { options: occupations, askedWhen: isYes('works') }),
  otherOccupation: detail('A.4', 'ESP_OTRA_OCUPACION_VICTIMA', 'Especificar otra ocupación', {
    question: 'occupation',
    is: [113],
  }),
  healthInsurance: ticks(
    'A.4',
    'Seguro médico',
    {
      sis: { variable: 'SIS_SEGURO', label: 'SIS' },
      essalud: { variable: 'ESSALUD_SEGURO', label: 'ESSALUD' },
      private: { variable: 'PRIVADO_SEGURO', label: 'Privado' },
      policeOrForces: { variable: 'PNP_SEGURO', label: 'PNP/FFAA' },
      other: { variable: 'OTRO_SEGURO', label: 'Otro' },
      none: { variable: 'NINGUN_SEGURO', label: 'Ninguno' },
    },
    { none: 'none' },
  ),
  otherHealthInsurance: detail('A.4', 'ESP_OTRO_SEGURO', 'Especificar otro seguro', {
    question: 'healthInsurance',
    ticked: 'other',
  }),
  hasDisability: yesNo('A.4', 'DISCAPACIDAD_VICTIMA', '¿La persona usuaria presenta algún tipo de discapacidad?', {
    required: true,
  }),
  disabilityKinds: ticks(
    'A.4',
    'Tipo de discapacidad',
    {
      physical: { variable: 'VICTIMA_DISCAPACIDAD_FISICA', label: 'Física' },
      visual: { variable: 'VICTIMA_DISCAPACIDAD_VISUAL', label: 'Visual' },
      hearing: { variable: 'VICTIMA_DISCAPACIDAD_AUDITIVA', label: 'Auditiva' },
      psychosocial: { variable: 'VICTIMA_DISCAPACIDAD_PSICOSOCIAL', label: 'Psicosocial' },
      intellectual: { variable: 'VICTIMA_DISCAPACIDAD_INTELECTUAL', label: 'Intelectual' },
      other: { variable: 'OTRO_DISCAPACIDAD', label: 'Otra' },
    },
    { askedWhen: isYes('hasDisability') },
  ),
  otherDisability: detail('A.4', 'ESP_OTRO_DISCAPACIDAD', 'Especificar otra discapacidad', {
    question: 'disabilityKinds',
    ticked: 'other',
  }),
} as const;

const elsewhere = { question: 'aggressorLivesWithUser', isNot: [1] } as const;

/** Most facts of the aggressor may stay unknown: only bond, sex and living together are required (register form §2, rule 8). */
export const aggressor = {
  aggressorIsPeruvian: yesNo('A.5', 'AGRESOR_PERUANO', '¿La presunta persona agresora es peruano/a?'),
  aggressorHasDni: yesNo('A.5', 'AGRESOR_CUENTA_DNI', '¿La presunta persona agresora cuenta con DNI?', {
    askedWhen: isYes('aggressorIsPeruvian'),
  }),
  userRemembersAggressorDni: yesNo(
    'A.5',
    'VICTIMA_RECUERDA_N_DNI_AGRESOR',
    '¿La persona usuaria recuerda número de DNI de la presunta persona agresora?',
    { askedWhen: isYes('aggressorHasDni') },
  ),
  aggressorIsForeign: yesNo('A.5', 'AGRESOR_EXTRANJERO', '¿La presunta persona agresora es extranjero/a?'),
  aggressorForeignCountry: choice('A.5', 'AGRESOR_PAIS_EXTRANJERO', 'País de la nacionalidad extranjera', {
    options: countries,
    askedWhen: isYes('aggressorIsForeign'),
  }),
  aggressorHasForeignerCard: yesNo(
    'A.5',
    'AGRESOR_CARNE_EXTRANJERIA',
    '¿La presunta persona agresora cuenta con carné de extranjería?',
    { askedWhen: isYes('aggressorIsForeign') },
  ),
  aggressorMigratoryStatus: ticks('A.5', 'Situación migratoria', migratoryTicks('AGRESOR'), {
    none: 'none',
    askedWhen: isYes('aggressorIsForeign'),
    confirmation: 'toConfirm',
  }),
  aggressorOtherMigratoryStatus: detail('A.5', 'AGRESOR_ESP_OTRA_SIT_MIGR', 'Especificar otra situación migratoria', {
    question: 'aggressorMigratoryStatus',
    ticked: 'other',
  }),
  bondGroup: choice('A.5', 'VINCULO_AGRESOR_VICTIMA', 'Vínculo que tiene con la persona usuaria', {
    options: bondGroups,
    required: true,
  }),
  partnerBond: choice('A.5', 'VINCULO_PAREJA', 'Vínculo relacional de pareja', {
    options: partnerBonds,
    required: true,
    askedWhen: { question: 'bondGroup', is: [1] },
  }),
  otherPartnerBond: detail('A.5', 'OTRO_VINCULO_PAREJA', 'Especificar otra relación', {
    question: 'partnerBond',
    is: [10],
  }),
  familyBond: choice('A.5', 'VINCULO_FAMILIAR', 'Vínculo relacional familiar', {
    options: familyBonds,
    required: true,
    askedWhen: { question: 'bondGroup', is: [2] },
  }),
  otherFamilyBond: detail('A.5', 'OTRO_VINCULO_FAMILIAR', 'Especificar otro familiar', {
    question: 'familyBond',
    is: [19],
  }),
  otherBond: choice('A.5', 'SIN_VINCULO', 'Sin vínculo relacional de pareja ni familiar', {
    options: otherBonds,
    required: true,
    askedWhen: { question: 'bondGroup', is: [3] },
  }),
  otherBondDetail: detail('A.5', 'OTRO_SIN_VINCULO', 'Especificar otro', { question: 'otherBond', is: [10] }),
  aggressorLivesWithUser: choice(
    'A.5',
    'AGRESOR_VIVE_CASA_VICTIMA',
    '¿Actualmente la presunta persona agresora vive en la casa de la persona usuaria?',
    { options: livesWithUserOptions, required: true },
  ),
  aggressorHomeDistrict: place(
    'A.5',
    ['AGRESOR_DPTO_DOMICILIO', 'AGRESOR_PROV_DOMICILIO', 'AGRESOR_DIST_DOMICILIO'],
    'Distrito de residencia',
    { askedWhen: elsewhere, confirmation: 'toConfirm' },
  ),
  aggressorHomeSettlement: text(
    'A.5',
    'AGRESOR_CENTRO_POBLADO_DOMICILIO',
    'Centro poblado de residencia de la presunta persona agresora',
    { askedWhen: elsewhere, confirmation: 'toConfirm' },
  ),
  aggressorHomeArea: choice('A.5', 'AGRESOR_AREA_RESIDENCIA_DOMICILIO', 'Área de residencia', {
    options: areas,
    askedWhen: elsewhere,
    confirmation: 'toConfirm',
  }),
  aggressorAge: number('A.5', 'EDAD_AGRESOR', 'Edad', {
    min: 0,
    max: 120,
    unit: 'años',
    hint: 'Deje vacío si no se sabe: se cuenta como «Sin información».',
  }),
  aggressorSex: choice('A.5', 'SEXO_AGRESOR', 'Sexo', { options: sexes, required: true }),
  aggressorEducationLevel: choice('A.5', 'NIVEL_EDUCATIVO_AGRESOR', 'Nivel educativo', { options: educationLevels }),
  aggressorWorks: yesNo(
    'A.5',
    'TRABAJA_AGRESOR',
    '¿La presunta persona agresora cuenta con un trabajo remunerado u ocupación para generar ingresos propios?',
  ),
  aggressorOccupation: choice('A.5', 'OCUPACION_AGRESOR', 'Ocupación', {
    options: occupations,
    askedWhen: isYes('aggressorWorks'),
  }),
  aggressorOtherOccupation: detail('A.5', 'ESP_OTRA_OCUPACION_AGRESOR', 'Especificar otra ocupación', {
    question: 'aggressorOccupation',
    is: [113],
  }),
  aggressorHasDisability: yesNo(
    'A.5',
    'DISCAPACIDAD_AGRESOR',
    '¿La presunta persona agresora presenta algún tipo de discapacidad?',
  ),
  aggressorDisabilityKinds: ticks(
    'A.5',
    'Tipo de discapacidad',
    {
      physical: { variable: 'AGRESOR_DISCAPACIDAD_FISICA', label: 'Física' },
      visual: { variable: 'AGRESOR_DISCAPACIDAD_VISUAL', label: 'Visual' },
      hearing: { variable: 'AGRESOR_DISCAPACIDAD_AUDITIVA', label: 'Auditiva' },
      psychosocial: { variable: 'AGRESOR_DISCAPACIDAD_PSICOSOCIAL', label: 'Psicosocial' },
      intellectual: { variable: 'AGRESOR_DISCAPACIDAD_INTELECTUAL', label: 'Intelectual' },
      other: { variable: 'AGRESOR_OTRO_DISCAPACIDAD', label: 'Otra' },
    },
    { askedWhen: isYes('aggressorHasDisability') },
  ),
  aggressorOtherDisability: detail('A.5', 'AGRESOR_ESP_OTRO_DISCAPACIDAD', 'Especificar otra discapacidad', {
    question: 'aggressorDisabilityKinds',
    ticked: 'other',
  }),
} as const;

export const closeOfA = {
  nextServiceB: choice('A.6', 'DERIVA_SGT_SERVICIO_SECCION_B', 'Derivación al/a la siguiente profesional (Sección B)', {
    options: services,
    confirmation: 'toConfirm',
  }),
} as const;
