/** Section A, blocks A.4 and A.5: the user and the presumed aggressor. Names, documents and addresses are person records. */
import {
  block,
  choice,
  detail,
  ifIs,
  ifNo,
  ifOther,
  ifYes,
  number,
  place,
  required,
  text,
  ticks,
  ticksOf,
  toConfirm,
  yesNo,
} from './builders.ts';
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

const migratoryTicks = (person: 'VICTIMA' | 'AGRESOR') =>
  ticksOf({
    refugeApplicant: [`${person}_SOLICITANTE_REFUGIO`, 'Solicitante de refugio'],
    refugee: [`${person}_REFUGIADO`, 'Refugiado'],
    asylumApplicant: [`${person}_SOLICITANTE_ASILO`, 'Solicitante de asilo'],
    asylee: [`${person}_ASILADO`, 'Asilado'],
    stateless: [`${person}_APATRIDA`, 'Apátrida'],
    other: [`${person}_OTRA_SIT_MIGR`, 'Otra'],
    none: [`${person}_NINGUNA_SIT_MIGR`, 'Ninguna'],
  });

/** `other`: its variable, which is not made as the others. */
const disabilityTicks = (person: 'VICTIMA' | 'AGRESOR', other: string) =>
  ticksOf({
    physical: [`${person}_DISCAPACIDAD_FISICA`, 'Física'],
    visual: [`${person}_DISCAPACIDAD_VISUAL`, 'Visual'],
    hearing: [`${person}_DISCAPACIDAD_AUDITIVA`, 'Auditiva'],
    psychosocial: [`${person}_DISCAPACIDAD_PSICOSOCIAL`, 'Psicosocial'],
    intellectual: [`${person}_DISCAPACIDAD_INTELECTUAL`, 'Intelectual'],
    other: [other, 'Otra'],
  });

export const user = block('A.4', {
  userIsPeruvian: yesNo('VICTIMA_PERUANA', '¿La persona usuaria es peruano/a?', required),
  userHasDni: yesNo('VICTIMA_CUENTA_DNI', '¿La persona usuaria cuenta con DNI?', ifYes('userIsPeruvian')),
  userRemembersDni: yesNo('VICTIMA_RECUERDA_N_DNI', '¿La persona usuaria recuerda número de DNI?', ifYes('userHasDni')),
  userIsForeign: yesNo('VICTIMA_EXTRANJERA', '¿La persona usuaria es extranjero/a?', required),
  userForeignCountry: choice('VICTIMA_PAIS_EXTRANJERO', 'País de la nacionalidad extranjera', countries, {
    ...ifYes('userIsForeign'),
  }),
  userHasForeignerCard: yesNo('VICTIMA_CARNE_EXTRANJERIA', '¿La persona usuaria cuenta con carné de extranjería?', {
    ...ifYes('userIsForeign'),
  }),
  userMigratoryStatus: ticks('Situación migratoria', migratoryTicks('VICTIMA'), {
    ...ifYes('userIsForeign'),
    ...toConfirm,
    none: 'none',
  }),
  userOtherMigratoryStatus: detail(
    'VICTIMA_ESP_OTRA_SIT_MIGR',
    'Especificar otra situación migratoria',
    ifOther('userMigratoryStatus'),
  ),
  userAge: number('EDAD_VICTIMA', 'Edad', [0, 120], {
    ...required,
    unit: 'años',
    hint: 'Años cumplidos. Menos de un año: 0.',
  }),
  userSex: choice('SEXO_VICTIMA', 'Sexo', sexes, required),
  isPregnant: yesNo('VICTIMA_GESTANDO', '¿Está gestando?', ifNo('userSex')),
  gestationWeeks: number('VICTIMA_TIEMPO_GESTACION', 'Especificar tiempo de gestación', [1, 42], {
    ...ifYes('isPregnant'),
    ...toConfirm,
    unit: 'semanas',
  }),
  minorDaughters: number('HIJAS_VIVAS_0_17', 'Hijas vivas de 0 a 17 años', [0, 99], required),
  minorSons: number('HIJOS_VIVOS_0_17', 'Hijos vivos de 0 a 17 años', [0, 99], required),
  adultDaughters: number('HIJAS_VIVAS_18_MAS', 'Hijas vivas de 18 a más años', [0, 99], required),
  adultSons: number('HIJOS_VIVOS_18_MAS', 'Hijos vivos de 18 a más años', [0, 99], required),
  birthDistrict: place(['DPTO_NACIMIENTO', 'PROV_NACIMIENTO', 'DIST_NACIMIENTO'], 'Distrito de nacimiento', {
    ...toConfirm,
    hint: 'Si nació fuera del Perú, elija «Otro país».',
  }),
  motherTongue: choice(
    'LENGUA_MATERNA_VICTIMA',
    '¿Cuál es el idioma o lengua materna con el que aprendió a hablar en su niñez?',
    motherTongues,
    { askedWhen: { question: 'userAge', atLeast: 3 }, ...toConfirm },
  ),
  otherNativeLanguage: choice('OTRA_LENGUA_NATIVA_VICTIMA', 'Otra lengua indígena u originaria', nativeLanguages, {
    ...ifIs('motherTongue', 9),
    ...toConfirm,
  }),
  otherForeignLanguage: detail(
    'OTRA_LENGUA_EXTRANJERA_VICTIMA',
    'Especificar otra lengua extranjera',
    ifIs('motherTongue', 12),
  ),
  ethnicSelfIdentification: choice(
    'ETNIA_VICTIMA',
    'Por sus costumbres y sus antepasados, la persona usuaria se siente o considera',
    ethnicities,
    { askedWhen: { question: 'userAge', atLeast: 12 }, ...toConfirm },
  ),
  amazonPeople: choice('PUEBLO_INDIGENA_AMAZONIA', 'Pueblo indígena de la Amazonía', amazonPeoples, {
    ...ifIs('ethnicSelfIdentification', 3),
    ...toConfirm,
  }),
  andeanPeople: choice('PUEBLO_INDIGENA_ANDES', 'Pueblo indígena de los Andes', andeanPeoples, {
    ...ifIs('ethnicSelfIdentification', 4),
    ...toConfirm,
  }),
  otherEthnicity: detail('ESP_OTRA_ETNIA_VICTIMA', 'Especificar otra etnia', ifIs('ethnicSelfIdentification', 8)),
  homeDistrict: place(['DPTO_DOMICILIO', 'PROV_DOMICILIO', 'DIST_DOMICILIO'], 'Distrito de residencia', required),
  homeSettlement: text('CENTRO_POBLADO_DOMICILIO', 'Centro poblado de residencia'),
  homeArea: choice('AREA_RESIDENCIA_DOMICILIO', 'Área de residencia', areas, required),
  civilStatus: choice('ESTADO_CIVIL_VICTIMA', 'Estado civil', civilStatuses, required),
  educationLevel: choice('NIVEL_EDUCATIVO_VICTIMA', 'Nivel educativo', educationLevels, required),
  studies: yesNo(
    'ESTUDIA',
    '¿Actualmente la persona usuaria estudia en una I.E./Colegio, Instituto Superior, Universidad u otro?',
    required,
  ),
  studyPlace: choice('LUGAR_ESTUDIA', '¿En dónde estudia?', studyPlaces, ifYes('studies')),
  studyDistrict: place(['DPTO_ESTUDIA', 'PROV_ESTUDIA', 'DIST_ESTUDIA'], 'Distrito del lugar de estudio', {
    ...ifYes('studies'),
  }),
  studyManagement: choice('TIPO_GESTION_ESTUDIA', 'Tipo de gestión', managementKinds, ifYes('studies')),
  works: yesNo(
    'TRABAJA_VICTIMA',
    '¿La persona usuaria cuenta con un trabajo remunerado u ocupación para generar ingresos propios?',
    required,
  ),
  occupation: choice('OCUPACION_VICTIMA', 'Ocupación', occupations, ifYes('works')),
  otherOccupation: detail('ESP_OTRA_OCUPACION_VICTIMA', 'Especificar otra ocupación', ifIs('occupation', 113)),
  healthInsurance: ticks(
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
  otherHealthInsurance: detail('ESP_OTRO_SEGURO', 'Especificar otro seguro', ifOther('healthInsurance')),
  hasDisability: yesNo('DISCAPACIDAD_VICTIMA', '¿La persona usuaria presenta algún tipo de discapacidad?', required),
  disabilityKinds: ticks(
    'Tipo de discapacidad',
    disabilityTicks('VICTIMA', 'OTRO_DISCAPACIDAD'),
    ifYes('hasDisability'),
  ),
  otherDisability: detail('ESP_OTRO_DISCAPACIDAD', 'Especificar otra discapacidad', ifOther('disabilityKinds')),
});

const elsewhere = { askedWhen: { question: 'aggressorLivesWithUser', isNot: [1] } } as const;

/** Most facts of the aggressor may stay unknown: only bond, sex and living together are required (register form §2, rule 8). */
export const aggressor = block('A.5', {
  aggressorIsPeruvian: yesNo('AGRESOR_PERUANO', '¿La presunta persona agresora es peruano/a?'),
  aggressorHasDni: yesNo('AGRESOR_CUENTA_DNI', '¿La presunta persona agresora cuenta con DNI?', {
    ...ifYes('aggressorIsPeruvian'),
  }),
  userRemembersAggressorDni: yesNo(
    'VICTIMA_RECUERDA_N_DNI_AGRESOR',
    '¿La persona usuaria recuerda número de DNI de la presunta persona agresora?',
    ifYes('aggressorHasDni'),
  ),
  aggressorIsForeign: yesNo('AGRESOR_EXTRANJERO', '¿La presunta persona agresora es extranjero/a?'),
  aggressorForeignCountry: choice('AGRESOR_PAIS_EXTRANJERO', 'País de la nacionalidad extranjera', countries, {
    ...ifYes('aggressorIsForeign'),
  }),
  aggressorHasForeignerCard: yesNo(
    'AGRESOR_CARNE_EXTRANJERIA',
    '¿La presunta persona agresora cuenta con carné de extranjería?',
    ifYes('aggressorIsForeign'),
  ),
  aggressorMigratoryStatus: ticks('Situación migratoria', migratoryTicks('AGRESOR'), {
    ...ifYes('aggressorIsForeign'),
    ...toConfirm,
    none: 'none',
  }),
  aggressorOtherMigratoryStatus: detail(
    'AGRESOR_ESP_OTRA_SIT_MIGR',
    'Especificar otra situación migratoria',
    ifOther('aggressorMigratoryStatus'),
  ),
  bondGroup: choice('VINCULO_AGRESOR_VICTIMA', 'Vínculo que tiene con la persona usuaria', bondGroups, required),
  partnerBond: choice('VINCULO_PAREJA', 'Vínculo relacional de pareja', partnerBonds, {
    ...required,
    ...ifYes('bondGroup'),
  }),
  otherPartnerBond: detail('OTRO_VINCULO_PAREJA', 'Especificar otra relación', ifIs('partnerBond', 10)),
  familyBond: choice('VINCULO_FAMILIAR', 'Vínculo relacional familiar', familyBonds, {
    ...required,
    ...ifIs('bondGroup', 2),
  }),
  otherFamilyBond: detail('OTRO_VINCULO_FAMILIAR', 'Especificar otro familiar', ifIs('familyBond', 19)),
  otherBond: choice('SIN_VINCULO', 'Sin vínculo relacional de pareja ni familiar', otherBonds, {
    ...required,
    ...ifIs('bondGroup', 3),
  }),
  otherBondDetail: detail('OTRO_SIN_VINCULO', 'Especificar otro', ifIs('otherBond', 10)),
  aggressorLivesWithUser: choice(
    'AGRESOR_VIVE_CASA_VICTIMA',
    '¿Actualmente la presunta persona agresora vive en la casa de la persona usuaria?',
    livesWithUserOptions,
    required,
  ),
  aggressorHomeDistrict: place(
    ['AGRESOR_DPTO_DOMICILIO', 'AGRESOR_PROV_DOMICILIO', 'AGRESOR_DIST_DOMICILIO'],
    'Distrito de residencia',
    { ...elsewhere, ...toConfirm },
  ),
  aggressorHomeSettlement: text(
    'AGRESOR_CENTRO_POBLADO_DOMICILIO',
    'Centro poblado de residencia de la presunta persona agresora',
    { ...elsewhere, ...toConfirm },
  ),
  aggressorHomeArea: choice('AGRESOR_AREA_RESIDENCIA_DOMICILIO', 'Área de residencia', areas, {
    ...elsewhere,
    ...toConfirm,
  }),
  aggressorAge: number('EDAD_AGRESOR', 'Edad', [0, 120], {
    unit: 'años',
    hint: 'Deje vacío si no se sabe: se cuenta como «Sin información».',
  }),
  aggressorSex: choice('SEXO_AGRESOR', 'Sexo', sexes, required),
  aggressorEducationLevel: choice('NIVEL_EDUCATIVO_AGRESOR', 'Nivel educativo', educationLevels),
  aggressorWorks: yesNo(
    'TRABAJA_AGRESOR',
    '¿La presunta persona agresora cuenta con un trabajo remunerado u ocupación para generar ingresos propios?',
  ),
  aggressorOccupation: choice('OCUPACION_AGRESOR', 'Ocupación', occupations, ifYes('aggressorWorks')),
  aggressorOtherOccupation: detail(
    'ESP_OTRA_OCUPACION_AGRESOR',
    'Especificar otra ocupación',
    ifIs('aggressorOccupation', 113),
  ),
  aggressorHasDisability: yesNo(
    'DISCAPACIDAD_AGRESOR',
    '¿La presunta persona agresora presenta algún tipo de discapacidad?',
  ),
  aggressorDisabilityKinds: ticks(
    'Tipo de discapacidad',
    disabilityTicks('AGRESOR', 'AGRESOR_OTRO_DISCAPACIDAD'),
    ifYes('aggressorHasDisability'),
  ),
  aggressorOtherDisability: detail(
    'AGRESOR_ESP_OTRO_DISCAPACIDAD',
    'Especificar otra discapacidad',
    ifOther('aggressorDisabilityKinds'),
  ),
});

export const closeOfA = block('A.6', {
  nextServiceB: choice(
    'DERIVA_SGT_SERVICIO_SECCION_B',
    'Derivación al/a la siguiente profesional (Sección B)',
    services,
    toConfirm,
  ),
});
