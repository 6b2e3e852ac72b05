/** The letters as they come with the program: own layouts, until the official forms are known (U72). */
import { shippedRow } from '../../rulebook/index.ts';
import { referralRules, referralKinds, type ReferralKind } from '../kinds/index.ts';
import { factPaths, letterFields } from './fields.ts';
import { letterId, type LetterTemplate } from './value.ts';

/** Head of the letter, and the post it is addressed to unless the directory says otherwise. */
const heads: Readonly<Record<ReferralKind, readonly [title: string, post: string]>> = {
  health: ['FICHA DE DERIVACIÓN A ESTABLECIMIENTO DE SALUD', 'Jefatura del establecimiento'],
  'emergency-kit': ['FICHA DE DERIVACIÓN PARA EL KIT DE EMERGENCIA', 'Jefatura del servicio de emergencia'],
  'forensic-examination': ['CARTA DE ACOMPAÑAMIENTO PARA EXAMEN MÉDICO LEGAL', 'Jefatura de la Unidad Médico Legal'],
  'psychological-examination': [
    'CARTA DE ACOMPAÑAMIENTO PARA PERICIA PSICOLÓGICA',
    'Jefatura de la Unidad Médico Legal',
  ],
  'single-interview': ['CARTA DE ACOMPAÑAMIENTO PARA ENTREVISTA ÚNICA', 'Jefatura de la Unidad Médico Legal'],
  'mental-health': ['FICHA DE DERIVACIÓN A SALUD MENTAL', 'Jefatura del servicio de salud mental'],
  police: ['FICHA DE DERIVACIÓN A LA COMISARÍA', 'Jefatura de la comisaría'],
  shelter: ['FICHA DE REFERENCIA PARA ACOGIDA', 'Coordinación de Hogares de Refugio Temporal'],
  upe: ['COMUNICACIÓN A LA UNIDAD DE PROTECCIÓN ESPECIAL', 'Dirección de la Unidad de Protección Especial'],
  demuna: ['FICHA DE DERIVACIÓN A LA DEMUNA', 'Defensoría Municipal de la Niña, Niño y Adolescente'],
  'public-defence': ['FICHA DE DERIVACIÓN A LA DEFENSA PÚBLICA', 'Dirección Distrital de Defensa Pública'],
  sis: ['FICHA DE DERIVACIÓN PARA AFILIACIÓN A SEGURO DE SALUD', 'Oficina de seguros'],
  accompaniment: ['FICHA DE DERIVACIÓN AL SERVICIO DE ACOMPAÑAMIENTO', 'Coordinación del servicio'],
  'urgent-care': [
    'FICHA DE DERIVACIÓN AL SERVICIO DE ATENCIÓN URGENTE',
    'Coordinación del Servicio de Atención Urgente',
  ],
  'aggressor-centre': [
    'FICHA DE DERIVACIÓN AL CENTRO DE ATENCIÓN INSTITUCIONAL',
    'Coordinación del Centro de Atención Institucional',
  ],
  'other-cem': ['FICHA DE TRASLADO A OTRO CENTRO EMERGENCIA MUJER', 'Coordinación del Centro Emergencia Mujer'],
  school: ['FICHA DE DERIVACIÓN A INSTITUCIÓN EDUCATIVA', 'Dirección de la institución educativa'],
  'social-programme': ['FICHA DE DERIVACIÓN A PROGRAMA SOCIAL', 'Coordinación del programa'],
};

const labels: Readonly<Record<string, string>> = {
  'persona.documento': 'Documento',
  'persona.domicilio': 'Domicilio',
  'persona.lengua': 'Lengua',
  'persona.discapacidad': 'Discapacidad y apoyo',
  'persona.gestacion': 'Gestación',
  'persona.seguro': 'Seguro',
  'caso.violencia': 'Tipo de violencia',
  'caso.fecha': 'Fecha del hecho',
  'caso.tiempo': 'Tiempo desde el hecho',
  'caso.riesgo': 'Nivel de riesgo',
  'caso.proteccion': 'Protección',
  'caso.denuncia': 'Denuncia',
  'caso.hijos': 'Niñas y niños',
  'caso.lesiones': 'Lesiones anotadas',
  'caso.denunciada': 'Persona denunciada',
};

function rowsOf(kind: ReferralKind, group: 'persona' | 'caso'): string[] {
  return factPaths(kind)
    .filter((path) => path.startsWith(`${group}.`))
    .map((path) => `= ${labels[path] ?? path}: {{ ${path} }}`);
}

/** A school, an insurance or a programme learns what is needed and not why: the law of violence would tell it. */
function reserveLaw(kind: ReferralKind): string {
  const { namesFicha, subject } = referralRules[kind];
  return namesFicha || subject === 'aggressor' ? 'Leyes 29733 y 30364' : 'Ley 29733';
}

function textOf(kind: ReferralKind): string {
  const fields = letterFields(kind);
  const row = (label: string, path: string): string[] => (fields.has(path) ? [`= ${label}: {{ ${path} }}`] : []);
  return [
    ...(fields.has('carta.ficha') ? ['= Referencia: {{ carta.ficha }}', ''] : []),
    `**CONFIDENCIAL.** ${reserveLaw(kind)}. No entregar copia a terceros.`,
    '',
    `# ${referralRules[kind].subject === 'child' ? 'Niña, niño o adolescente' : 'Persona'}`,
    '',
    '= Nombres y apellidos: {{ persona.nombres }}',
    ...row('Edad', 'persona.edad'),
    '= Sexo: {{ persona.sexo }}',
    ...rowsOf(kind, 'persona'),
    ...row('Contacto seguro', 'persona.contacto'),
    '',
    '# Se solicita',
    '',
    '{{ pedido.servicios }}',
    '',
    '= Urgencia: **{{ pedido.urgencia }}**',
    ...row('Motivo', 'pedido.motivo'),
    ...rowsOf(kind, 'caso'),
    '',
    '{{ pedido.respuestas }}',
    '',
    '= Aviso por teléfono: {{ pedido.aviso }}',
    ...row('Consentimiento', 'carta.consentimiento'),
    '',
    '{{ carta.firma }}',
  ].join('\n');
}

export const shippedLetters: readonly LetterTemplate[] = referralKinds.map((kind) => {
  const [title, post] = heads[kind];
  const { source, validFrom } = referralRules[kind];
  return shippedRow(letterId(kind), {
    value: { kind, title, post, text: textOf(kind) },
    ...{ source, validFrom, confirmation: 'toConfirm' },
    note: 'Punto U72: no se conoce el formato oficial.',
  });
});

export function shippedLetter(kind: ReferralKind): LetterTemplate {
  const template = shippedLetters.find(({ id }) => id === letterId(kind));
  if (template === undefined) throw new Error(`no letter of kind ${kind}`);
  return template;
}
