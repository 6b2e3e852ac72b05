/** Closed lists of prevention. What the ministry may name otherwise is dated data (`terms.ts`). */
import { codesOf } from '../platform/codes-of.ts';

export const attendeeSexLabels = { women: 'Mujeres', men: 'Hombres', unknown: 'Sin dato' } as const;
export type AttendeeSex = keyof typeof attendeeSexLabels;
export const attendeeSexes = codesOf(attendeeSexLabels);

/** The column of whoever told no age; it is no row of the table of ages. */
export const unknownAge = 'unknown';

export const activityStateLabels = { planned: 'Por venir', done: 'Hecha', cancelled: 'Cancelada' } as const;
export type ActivityState = keyof typeof activityStateLabels;

export const activityModeLabels = { inPerson: 'Presencial', remote: 'Virtual', mixed: 'Mixta' } as const;

export const cancelReasonLabels = {
  host: 'La institución no pudo',
  noPublic: 'No llegó el público',
  staff: 'Faltó personal',
  weather: 'Clima o camino',
  resources: 'Faltó movilidad o material',
  safety: 'Seguridad',
  moved: 'Se hará otro día, como otra actividad',
  other: 'Otro',
} as const;
export type CancelReason = keyof typeof cancelReasonLabels;

/** Words for the reasons this domain's failures carry. */
export const preventionReasons = {
  'activity-twice': 'Ya hay una actividad con ese tema en ese lugar, ese día y a esa hora.',
  'programme-twice': 'Ya hay un programa en uso con ese nombre.',
  'activity-in-future':
    'Esa actividad todavía no llega: no se puede guardar como hecha. Cambie la fecha o espere al día.',
  'activity-withdrawn': 'Esa actividad se retiró de la lista. Vuelva a usarla antes de registrar su asistencia.',
  'activity-settled': 'Esa actividad ya está por venir o ya se canceló. Mire cómo quedó y siga desde ahí.',
  'term-unknown': 'Ese valor no está en las listas de prevención de ese día. Elija otro.',
  'type-has-result':
    'Ya se escribió cómo terminó: no puede pasar a difusión en medios ni dejar de serlo. Si fue un error, póngala antes como por venir.',
  'lead-unknown': 'Esa persona no puede dirigir una actividad. Elija a alguien del equipo.',
  'programme-unknown': 'Ese programa no existe o ya no se usa. Elija otro.',
  'session-beyond': 'Ese programa tiene menos sesiones previstas. Escriba otro número, o cambie antes el programa.',
  'session-twice': 'Ese programa ya tiene una sesión con ese número.',
  'attendance-missing': 'Escriba cuántas personas asistieron, o ponga a todas en «sin dato».',
  'reach-instead': 'La difusión en medios no tiene asistencia: su alcance se escribe aparte.',
  'no-reach': 'El alcance es solo de la difusión en medios. Déjelo vacío.',
  'group-future': 'El día en que se preguntó no puede ser futuro.',
  'group-larger': 'Hay respuestas de códigos más altos que ese número. Bórrelas antes, o escriba un número mayor.',
  'group-code': 'Ese código no es del programa: tiene menos participantes.',
  'score-by-code': 'Este programa tiene participantes por código: sus cifras salen de ahí.',
  'evidence-kind': 'Una foto es JPG o PNG; una lista, PDF, JPG o PNG. No se guardó nada.',
  'evidence-full': 'Esa actividad ya tiene 30 archivos. No se guardó nada.',
  'evidence-known': 'Esa actividad ya tiene ese mismo archivo. No se guardó otra vez.',
  'evidence-in-future': 'Esa actividad todavía no llega: no hay foto ni lista que guardar.',
  'evidence-not-lead': 'La lista firmada la guarda quien dirige la actividad.',
  'score-in-future': 'El día de una medición no puede ser futuro.',
} as const;

/** MEDIO: how somebody learned of the service, where prevention told her (official list). */
export const preventionSources = [2, 13, 14, 15, 26] as const;
/** FORMA_INGRESO: brought in by the prevention staff. */
export const insertedChannel = 4;
