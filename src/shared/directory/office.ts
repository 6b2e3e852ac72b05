/** An entry of the directory: whom writs and referrals are addressed to, and who is called back (D45). */
import type { z } from '../platform/zod.ts';
import { idSchema } from '../platform/ids.ts';
import { codesOf } from '../platform/codes-of.ts';
import { formSchema, kept, optionsOf, type FormOf, type RecordOf } from '../record/index.ts';

/** How a desk wants the file called: words of its own and places for the numbers of the writ, never for a name. */
const places = ['expediente', 'escrito', 'numero', 'fecha'] as const;
export type FileNamePlaces = Readonly<Record<(typeof places)[number], string | null>>;

const place = new RegExp(`\\{(${places.join('|')})\\}`, 'g');

/** Letters, digits and hyphens, with at least one place: the same name for every writ would be another's. */
export function isFileNamePattern(pattern: string): boolean {
  return pattern.search(place) !== -1 && /^[a-zñáéíóúü0-9-]*$/.test(pattern.replace(place, ''));
}

/** «{expediente}-escrito-{escrito}» → the words of the name; a number that the writ does not have yet is left out. */
export function nameByPattern(pattern: string, values: FileNamePlaces): string {
  return pattern.replace(place, (_whole, name: keyof FileNamePlaces) => values[name] ?? '');
}

export const officeKindLabels = {
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
  municipality: 'Municipalidad',
  socialProgramme: 'Programa social o línea de ayuda',
  other: 'Otra entidad',
} as const;
export type OfficeKind = keyof typeof officeKindLabels;
export const officeKinds = codesOf(officeKindLabels);

/** Words for the reasons this domain's failures carry. */
export const directoryReasons = {
  'shelter-address':
    'El lugar de un hogar de refugio no se escribe en ninguna parte. Deje vacíos la dirección y el distrito.',
  'file-name-pattern':
    'Escriba el nombre con letras minúsculas, números y guiones, y al menos uno de {expediente}, {escrito}, {numero} o {fecha}.',
  'office-twice': 'Ya hay una entrada en uso del mismo tipo con ese nombre en ese distrito.',
  'phone-first': 'Escriba el teléfono que se verificó.',
  'source-first': 'Escriba dónde se encontró el número.',
} as const;

const shelterNames =
  /hogar(es)? de (refugio|acogida|protecci[oó]n)|casas? (de|del) (acogida|refugio)|refugio temporal|albergue/i;

/** Whether an entry speaks of a shelter, whose place is never kept. */
export function isShelter({ kind, name }: { readonly kind: string | null; readonly name: string }): boolean {
  return kind === 'shelterCoordination' || shelterNames.test(name);
}

export const office = kept({
  kind: 'office',
  brand: 'OfficeId',
  name: 'name',
  order: ['kind', 'name'],
  columns: ['kind', 'districtCode', 'phone'],
  unique: { fields: ['kind', 'name', 'districtCode'], reason: 'office-twice' },
  fields: {
    kind: {
      ...{ kind: 'choice', label: 'Tipo', required: true },
      options: optionsOf(officeKindLabels),
    },
    name: {
      kind: 'text',
      label: 'Nombre de la oficina',
      max: 160,
      required: true,
      hint: 'Como se lee en sus documentos.',
    },
    /** How a writ begins; null where nothing is addressed to a person. */
    treatment: { kind: 'text', label: 'Tratamiento', max: 120, hint: 'Con él empieza un escrito: SEÑORA JUEZA DEL…' },
    districtCode: { kind: 'place', label: 'Distrito' },
    address: { kind: 'text', label: 'Dirección', max: 200, hint: 'Nunca la de un hogar de refugio.' },
    phone: { kind: 'text', label: 'Teléfono', max: 60, of: 'phone' },
    phoneSource: {
      ...{ kind: 'text', label: 'Fuente del número', max: 120 },
      hint: 'Dónde se encontró: página oficial, oficio, guía.',
    },
    /** Day on which the number was checked; null: nobody is called back at it. */
    phoneVerifiedOn: { kind: 'date', label: 'Número verificado el', hint: 'Sin él no se devuelven llamadas.' },
    mail: { kind: 'text', label: 'Correo o mesa de partes virtual', max: 160, of: 'code' },
    receptionHours: { kind: 'text', label: 'Horario de mesa de partes', max: 120 },
    distanceDays: {
      ...{ kind: 'number', label: 'Término de la distancia', min: 0, max: 60, unit: 'días' },
      hint: 'Días que se suman a un plazo. Vacío: no se sabe.',
    },
    sizeLimitMb: {
      ...{ kind: 'number', label: 'Tamaño máximo de un archivo', min: 1, max: 500, unit: 'MB' },
      hint: 'De la mesa de partes virtual. Vacío: no se sabe.',
    },
    takesOneFile: {
      ...{ kind: 'tick', label: 'Mesa de partes electrónica: recibe un solo PDF' },
      hint: 'La presentación no se divide en partes.',
    },
    fileNamePattern: {
      ...{ kind: 'text', label: 'Nombre del archivo', max: 80, of: 'code' },
      hint: 'Como lo pide esa mesa: {expediente}-escrito-{escrito}. También {numero} y {fecha}. Vacío: lo pone el programa.',
      check: { isRight: isFileNamePattern, words: directoryReasons['file-name-pattern'] },
    },
    /** Counts as a complementary service in the register (U74). */
    isComplementary: {
      ...{ kind: 'tick', label: 'Es un servicio complementario' },
      hint: 'Cuenta como tal en el registro (por confirmar).',
    },
  },
  rules: (entry) => {
    const said = (path: keyof typeof entry, reason: keyof typeof directoryReasons) => ({
      ...{ path, message: directoryReasons[reason] },
    });
    const places = isShelter(entry) ? (['address', 'districtCode'] as const) : [];
    return [
      ...places.filter((path) => entry[path] !== null).map((path) => said(path, 'shelter-address')),
      ...(entry.phoneVerifiedOn !== null && entry.phone === null ? [said('phone', 'phone-first')] : []),
      ...(entry.phoneVerifiedOn !== null && entry.phoneSource === null ? [said('phoneSource', 'source-first')] : []),
    ];
  },
});

export const officeIdSchema = idSchema('OfficeId');
export type OfficeId = z.infer<typeof officeIdSchema>;
export const officeFormSchema = formSchema(office);
export type OfficeForm = FormOf<typeof office>;
export type Office = RecordOf<typeof office>;
