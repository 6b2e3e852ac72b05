/** What is planned: an activity for the public, and the programme that several of them are sessions of. */
import type { z } from '../platform/zod.ts';
import { idSchema } from '../platform/ids.ts';
import { kept, optionsOf, type FormOf, type RecordOf } from '../record/index.ts';
import { activityModeLabels } from './codes.ts';
import { participantCode } from './group.ts';

const oneLine = { kind: 'text', isLine: true } as const;

export const activity = kept({
  kind: 'prevention_activity',
  brand: 'PreventionActivityId',
  name: 'topic',
  order: ['heldOn', 'startsAt'],
  columns: ['heldOn', 'place'],
  unique: { fields: ['heldOn', 'startsAt', 'place', 'topic'], reason: 'activity-twice' },
  fields: {
    heldOn: { kind: 'date', label: 'Fecha', required: true },
    startsAt: { kind: 'time', label: 'Hora', required: true },
    minutes: { kind: 'number', label: 'Duración', min: 15, max: 720, unit: 'minutos', required: true, columns: 4 },
    /** Codes of `termTable`; the service checks them by the day of the activity. */
    activityType: { kind: 'text', label: 'Tipo', max: 60, required: true, columns: 6 },
    activityGroup: { kind: 'text', label: 'Grupo', max: 60, required: true, columns: 6 },
    topic: { ...oneLine, label: 'Tema', max: 120, required: true, columns: 6 },
    audience: { kind: 'text', label: 'Público', max: 60, required: true, columns: 6 },
    mode: {
      kind: 'choice',
      label: 'Modalidad',
      options: optionsOf(activityModeLabels),
      inline: true,
      required: true,
      columns: 6,
    },
    place: { ...oneLine, label: 'Lugar', max: 120, required: true, columns: 6 },
    districtCode: { kind: 'place', label: 'Distrito', required: true, columns: 6 },
    hostInstitution: { ...oneLine, label: 'Institución que recibe', max: 120, columns: 6 },
    leadStaff: { kind: 'id', brand: 'StaffId', label: 'Responsable', required: true, columns: 6 },
    strategy: { ...oneLine, label: 'Estrategia', max: 120, columns: 6 },
    programmeId: { kind: 'id', brand: 'PreventionProgrammeId', label: 'Sesión del programa', columns: 6 },
    sessionNumber: { kind: 'number', label: 'Número de sesión', min: 1, max: 60, columns: 3 },
    officialCode: {
      ...{ kind: 'text', label: 'Código oficial', max: 20, of: 'code', columns: 3, confirmation: 'toConfirm' },
      hint: 'Vacío hasta que se conozca el catálogo.',
    },
    notes: {
      ...{ kind: 'text', label: 'Observaciones', max: 500, lines: 2 },
      hint: 'Sin nombres. Un grupo de apoyo para víctimas es atención, no prevención.',
    },
  },
  rules: ({ programmeId, sessionNumber }) => {
    if ((programmeId === null) === (sessionNumber === null)) return [];
    return programmeId === null
      ? [{ path: 'programmeId', message: 'Elija de qué programa es esa sesión.' }]
      : [{ path: 'sessionNumber', message: 'Escriba qué número de sesión es.' }];
  },
});

export const programme = kept({
  kind: 'prevention_programme',
  brand: 'PreventionProgrammeId',
  name: 'name',
  order: ['name'],
  columns: ['groupWords', 'sessions'],
  unique: { fields: ['name'], reason: 'programme-twice' },
  fields: {
    name: { ...oneLine, label: 'Nombre del programa', max: 120, required: true },
    groupWords: {
      ...{ ...oneLine, label: 'Con qué grupo', max: 160, required: true },
      hint: 'Sin nombres: barrio, colegio, organización.',
    },
    participants: {
      ...{ kind: 'number', label: 'Participantes', min: 1, max: 500, required: true, columns: 4 },
      hint: 'Cada quien tiene un código, desde P01. La hoja con nombres queda en papel, aparte.',
    },
    sessions: { kind: 'number', label: 'Sesiones previstas', min: 2, max: 60, required: true, columns: 4 },
    notes: { kind: 'text', label: 'Observaciones', max: 500, lines: 2, hint: 'Sin nombres.' },
  },
});

export const activityIdSchema = idSchema('PreventionActivityId');
export type ActivityId = z.infer<typeof activityIdSchema>;
export const programmeIdSchema = idSchema('PreventionProgrammeId');
export type ProgrammeId = z.infer<typeof programmeIdSchema>;
export type ActivityForm = FormOf<typeof activity>;
export type Activity = RecordOf<typeof activity>;
export type ProgrammeForm = FormOf<typeof programme>;

/** From the first code to the last: what stands in place of names. */
export function codeRange(participants: number): string {
  return participants === 1 ? participantCode(1) : `${participantCode(1)} a ${participantCode(participants)}`;
}
