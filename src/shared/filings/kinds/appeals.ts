/** Kinds 7, 8, 13 and 14: what is raised to the superior, and what is answered there. */
import { briefUses, inProceeding, lawyersWrit, writUses } from './base.ts';
import { choice, day, form, goingOn, kindOf, line, prose, type ListPart } from './kind.ts';

const decision = [
  line('resolucion.numero', 'Número de la resolución', { required: true }),
  day('resolucion.fecha', 'Fecha de la resolución'),
  day('resolucion.notificada', 'Fecha de la notificación', {
    required: true,
    hint: 'Día de la entrega o del ingreso a la casilla. El plazo corre desde que surte efecto.',
  }),
];

const points = (title: string, item: string): ListPart => ({
  path: 'puntos',
  title,
  item,
  weight: 'required',
  columns: [{ name: 'texto', label: 'Texto', required: true }],
});

export const measuresAppealKind = kindOf({
  ...lawyersWrit,
  kind: 7,
  label: 'Apelación contra auto de medidas',
  purpose: 'Apela la resolución sobre medidas, para que la revise la sala.',
  group: 'appeals',
  form: form('Resolución que se apela', [
    ...decision,
    prose('apelacion.extremo', 'Qué extremo se apela', { required: true }),
    prose('apelacion.agravio', 'Agravio', { required: true }),
    prose('apelacion.pretension', 'Qué se pide a la sala', { required: true }),
  ]),
  lists: [points('Errores de hecho o de derecho', 'Error')],
  uses: briefUses,
  facts: inProceeding([], ['resolucion.fecha']),
});

export const answerKind = kindOf({
  ...lawyersWrit,
  kind: 8,
  label: 'Absuelve traslado de apelación',
  purpose: 'Responde ante la sala la apelación de la otra parte y pide que se confirmen las medidas.',
  group: 'appeals',
  partySigns: false,
  form: form('Apelación de la otra parte', [
    day('traslado.fecha', 'Fecha en que se corrió traslado', { required: true }),
    prose('traslado.medidas', 'Estado de las medidas', { required: true }),
    prose('traslado.riesgo', 'Riesgo actual', { required: true, hint: 'Según la última valoración, con su fecha.' }),
  ]),
  lists: [points('Respuesta punto por punto', 'Respuesta')],
  uses: writUses,
  facts: inProceeding(),
});

export const reviewKind = kindOf({
  ...lawyersWrit,
  kind: 13,
  label: 'Elevación de actuados (queja de derecho)',
  purpose: 'Pide que el fiscal superior revise la disposición que archiva el caso.',
  group: 'appeals',
  accused: 'imputada',
  form: form('Disposición que archiva', [
    ...decision,
    prose('archivo.error', 'Por qué la decisión es errada', { required: true }),
  ]),
  lists: [points('Actos que no se realizaron', 'Acto')],
  uses: briefUses,
  facts: inProceeding([], ['resolucion.fecha']),
});

export const judgmentAppealKind = kindOf({
  ...lawyersWrit,
  kind: 14,
  label: 'Apelación de sentencia o sobreseimiento',
  purpose: 'Apela la sentencia o el auto de sobreseimiento ante la sala penal.',
  group: 'appeals',
  accused: 'imputada',
  asSaid: { 'apelacion.calidad': goingOn },
  form: form('Resolución que se apela', [
    choice('apelacion.clase', 'Qué se apela', ['Sentencia', 'Sobreseimiento'], { required: true }),
    ...decision,
    line('apelacion.calidad', 'Calidad con que se apela', {
      required: true,
      hint: 'Ejemplo: actor civil constituido.',
    }),
    prose('apelacion.agravio', 'Agravio', { required: true }),
    prose('apelacion.pretension', 'Qué se pide a la sala', { required: true }),
  ]),
  lists: [points('Puntos que se impugnan', 'Punto')],
  uses: briefUses,
  facts: inProceeding([], ['resolucion.fecha']),
});
