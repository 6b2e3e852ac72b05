/** Kinds 1 and 2: the complaint, and the facts the centre makes known by itself. */
import { baseFacts, briefUses, lawyersWrit, signer, writUses } from './base.ts';
import { choice, form, kindOf, line, prose, yesNo, type KindDefinition } from './kind.ts';

export const complaintKind: KindDefinition = {
  ...lawyersWrit,
  kind: 1,
  label: 'Denuncia por violencia',
  purpose: 'Denuncia por escrito ante la comisaría, la fiscalía o el juzgado de familia.',
  group: 'start',
  warnsWithoutSponsorship: true,
  form: form('Datos de la denuncia', [
    line('denuncia_nueva.ubicacion', 'Dónde puede ser ubicada la parte denunciada', {
      hint: 'Si se conoce. No escriba el domicilio de la persona usuaria.',
    }),
    prose('denuncia_nueva.testigos', 'Personas presentes', {
      hint: 'Con iniciales si son menores de edad; sus domicilios van en el anexo reservado.',
    }),
    prose('denuncia_nueva.lesiones', 'Lesiones y atención recibida'),
    yesNo('denuncia_nueva.pide_medidas', '¿Se piden también medidas de protección?'),
    yesNo('denuncia_nueva.reserva_identidad', '¿Denuncia otra persona que pide reserva de su identidad?'),
  ]),
  uses: writUses,
  facts: {
    required: [...baseFacts.required, 'riesgo.alguno'],
    recommended: [...baseFacts.recommended, 'denuncia_nueva.testigos', 'denuncia_nueva.lesiones', 'escrito.medios'],
  },
};

export const noticeKind = kindOf({
  ...lawyersWrit,
  kind: 2,
  label: 'Comunicación de hechos',
  purpose:
    'El centro comunica hechos cuando ella no denuncia y hay delito de oficio, riesgo severo o una niña, niño o adolescente.',
  group: 'start',
  partySigns: false,
  form: form('Qué se comunica', [
    choice(
      'comunicacion.motivo',
      'Por qué se comunica',
      ['Delito perseguible de oficio', 'Riesgo severo', 'Niña, niño o adolescente en riesgo'],
      { required: true },
    ),
    prose('comunicacion.conocimiento', 'Cómo conoció el centro los hechos', { required: true }),
    prose('comunicacion.hechos', 'Hechos estrictamente necesarios', {
      required: true,
      hint: 'Solo lo que la autoridad necesita. No se imprime por qué la persona usuaria no denuncia.',
    }),
    prose('comunicacion.ofrecido', 'Qué se le ofreció', { required: true }),
    prose('comunicacion.pedido', 'Qué se pide a la autoridad', { required: true }),
    yesNo('comunicacion.avisada', '¿Se le avisó antes de comunicar?', {
      required: true,
      hint: 'Queda en la ficha; no se imprime.',
    }),
  ]),
  uses: briefUses,
  facts: (asked) => ({
    required: [
      'agraviada.nombres',
      'denunciado.identidad',
      'denunciado.vinculo',
      'hecho.fecha',
      'hecho.violencia',
      'riesgo.alguno',
      'despacho.nombre',
      'centro.domicilio_procesal',
      ...signer,
      ...asked,
    ],
    recommended: ['escrito.articulos'],
  }),
});
