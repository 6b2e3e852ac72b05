/** Kinds 4 and 18: the lawyer enters a proceeding, and the short writs in it. */
import { briefUses, inProceeding, lawyersWrit } from './base.ts';
import { choice, day, form, goingOn, kindOf, line, prose } from './kind.ts';

export const appearanceKind = kindOf({
  ...lawyersWrit,
  kind: 4,
  label: 'Apersonamiento y patrocinio',
  purpose: 'Se presenta al proceso, designa la defensa y señala domicilio procesal y casilla electrónica.',
  group: 'start',
  asSaid: { 'proceso.materia': goingOn },
  form: form('Estado del proceso', [
    line('proceso.materia', 'Materia o delito', { required: true }),
    prose('proceso.estado', 'Estado del proceso', { required: true }),
    line('proceso.autorizados', 'Personal autorizado para leer el expediente', {
      hint: 'Nombres y documento, separados por comas.',
    }),
  ]),
  uses: briefUses,
  facts: inProceeding(['agraviada.documento', 'agraviada.edad', 'agraviada.domicilio'], ['abogada.casilla']),
  otherRequests: [
    'Delego en la defensa las facultades generales de representación del artículo 74 del Código Procesal Civil y declaro conocer sus alcances.',
    'Solicito copia simple de los actuados.',
  ],
});

export const briefKind = kindOf({
  ...lawyersWrit,
  kind: 18,
  label: 'Escrito breve',
  purpose: 'Copias certificadas, impulso, reprogramación, nuevo domicilio procesal o cambio de defensa.',
  group: 'start',
  partySigns: false,
  asSaid: { 'pedido.diligencia': goingOn },
  form: form('Qué se pide', [
    choice(
      'pedido.clase',
      'Clase de escrito',
      [
        'Copias certificadas',
        'Impulso del proceso',
        'Reprogramación de la diligencia',
        'Nuevo domicilio procesal',
        'Cambio de defensa (subrogación)',
      ],
      { required: true },
    ),
    line('pedido.piezas', 'Piezas que se piden en copia', {
      required: true,
      askedWhen: { question: 'pedido_clase', is: [1] },
    }),
    prose('pedido.pendiente', 'Acto pendiente', { required: true, askedWhen: { question: 'pedido_clase', is: [2] } }),
    line('pedido.diligencia', 'Diligencia que se reprograma', {
      required: true,
      askedWhen: { question: 'pedido_clase', is: [3] },
    }),
    day('pedido.programada', 'Fecha programada', { required: true, askedWhen: { question: 'pedido_clase', is: [3] } }),
    prose('pedido.motivo', 'Motivo de la reprogramación', {
      required: true,
      askedWhen: { question: 'pedido_clase', is: [3] },
    }),
    line('pedido.domicilio', 'Nuevo domicilio procesal', {
      required: true,
      hint: 'Siempre el procesal; nunca el de la persona usuaria.',
      askedWhen: { question: 'pedido_clase', is: [4] },
    }),
    line('pedido.saliente', 'Defensa a la que se subroga', {
      required: true,
      askedWhen: { question: 'pedido_clase', is: [5] },
    }),
  ]),
  uses: briefUses,
  facts: inProceeding(),
});
