/** Words of the directory on screen. */
import type { AuthorityKind } from './codes.ts';

export const authorityKindLabels = {
  familyCourt: 'Juzgado de familia',
  magistrateCourt: 'Juzgado de paz letrado',
  peaceJudge: 'Juez o jueza de paz',
  preparatoryCourt: 'Juzgado de investigación preparatoria',
  criminalCourt: 'Juzgado penal',
  upperCourt: 'Sala superior',
  criminalProsecutor: 'Fiscalía penal',
  violenceProsecutor: 'Fiscalía de violencia',
  familyProsecutor: 'Fiscalía de familia',
  policeStation: 'Comisaría',
  forensicMedicine: 'Unidad Médico Legal (UML)',
  childProtection: 'Unidad de Protección Especial (UPE)',
  demuna: 'DEMUNA',
  publicDefence: 'Defensa pública',
  healthFacility: 'Establecimiento de salud',
  mentalHealthCentre: 'Centro de salud mental comunitario (CSMC)',
  institutionalCare: 'Centro de atención institucional (CAI)',
  urgentCare: 'Servicio de atención urgente (SAU)',
  shelterCoordination: 'Coordinación de hogares de refugio',
  otherCem: 'Otro CEM',
  healthInsurance: 'Seguro Integral de Salud (SIS)',
  school: 'Institución educativa',
  socialProgramme: 'Programa social',
  other: 'Otra entidad',
} as const satisfies Record<AuthorityKind, string>;

/** What a field of an entry is called, in the form and in its history. */
export const authorityFieldLabels = {
  kind: 'Tipo',
  treatment: 'Tratamiento',
  office: 'Nombre de la oficina',
  districtCode: 'Distrito',
  address: 'Dirección',
  phone: 'Teléfono',
  mail: 'Correo o mesa de partes virtual',
  receptionHours: 'Horario de mesa de partes',
  distanceDays: 'Término de la distancia',
  sizeLimitMb: 'Tamaño máximo de un archivo',
  takesOneFile: 'Recibe un solo PDF',
  fileNamePattern: 'Nombre del archivo',
  isComplementary: 'Servicio complementario',
  isActive: 'En uso',
} as const;

/** Words for the reasons this domain's failures carry. */
export const directoryReasons = {
  'shelter-address':
    'El lugar de un hogar de refugio no se escribe en ninguna parte. Deje vacíos la dirección y el distrito.',
  'file-name-pattern':
    'Escriba el nombre con letras minúsculas, números y guiones, y al menos uno de {expediente}, {escrito}, {numero} o {fecha}.',
  'authority-twice': 'Ya hay una entrada en uso del mismo tipo con ese nombre en ese distrito.',
} as const;
