/** Kinds 3, 5 and 6: measures asked, changed, and not obeyed. */
import { accusedOf, accusedWithDocument, ending, evidence, grounds, law, parties } from './pieces.ts';
import { shipped } from './template.ts';

const asked = `{% if medidas.proteccion %}
## Medidas de protección

{{ medidas.proteccion }}
{% endif %}
{% if medidas.cautelares %}
## Medidas cautelares

{{ medidas.cautelares }}
{% endif %}`;

export const measuresRequest = shipped(
  3,
  'Solicita {% if medidas.proteccion and medidas.cautelares %}medidas de protección y medidas cautelares{% elsif medidas.proteccion %}medidas de protección{% elsif medidas.cautelares %}medidas cautelares{% else %}medidas{% endif %}',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

Solicito que su despacho dicte a favor {{ agraviada.de_la }}{% for otra in otras_agraviadas %}, **{{ otra.nombres }}**{% endfor %}, {% if otros_denunciados %}frente a{% else %}frente {{ denunciado.al }}{% endif %} ${accusedOf}, lo
siguiente:

${asked}

# FUNDAMENTOS DE HECHO
${grounds}
{% if hogar.bienes_comunes %}
+ Bienes. Existen bienes comunes.
{% endif %}

## Razón de cada medida solicitada

{{ medidas.razones }}

## Criterios para dictar las medidas

{{ medidas.criterios }}
${law}${evidence}${ending(
    'A usted solicito admitir este escrito, dictar las medidas solicitadas y comunicarlas a la Policía Nacional del Perú para su ejecución.',
  )}`,
);

/** What the earlier decision ordered. */
const decisionGround = `
+ Medidas dictadas. {{ medida_vigente.organo | oracion }} dictó, mediante {{ medida_vigente.resolucion | acto }}{% if medida_vigente.fecha %},
del {{ medida_vigente.fecha }}{% endif %}, las siguientes medidas: {{ medida_vigente.medidas }}.
`;

export const breach = shipped(
  6,
  'Comunica incumplimiento de medidas de protección{% if incumplimiento.detencion %} y solicita intervención policial{% endif %}',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, comunico el incumplimiento de las medidas de protección dictadas a favor
{{ agraviada.de_la }} por parte de ${accusedWithDocument}, y solicito:

{% if incumplimiento.version == "fiscalia" %}
1. Que se inicie investigación por el delito que corresponda y se disponga lo urgente para la protección
{{ agraviada.de_la }}.
{% else %}
1. Que se haga efectivo el cumplimiento de las medidas y se requiera a la Policía Nacional del Perú su ejecución.
1. Que se remitan copias certificadas a la fiscalía penal por el delito que corresponda.
{% endif %}
{% if incumplimiento.detencion %}
1. Que se disponga la intervención policial y la detención por flagrancia.
{% endif %}
{% if medidas.proteccion %}
## Medidas de protección que además se piden

{{ medidas.proteccion }}
{% endif %}
{% if medidas.cautelares %}
## Medidas cautelares que además se piden

{{ medidas.cautelares }}
{% endif %}

# FUNDAMENTOS DE HECHO
${decisionGround}
+ Notificación. Las medidas se notificaron {{ denunciado.al }} el {{ medida_vigente.notificada }}.

+ Incumplimiento. El {{ incumplimiento.fecha }}{% if incumplimiento.hora %}, a las {{ incumplimiento.hora }} horas{% endif %},
en {{ incumplimiento.lugar }}, ocurrió lo siguiente: {{ incumplimiento.modo }}.
{% if incumplimiento.prueba %}
+ Prueba. Se acredita con lo siguiente: {{ incumplimiento.prueba }}.
{% endif %}
{% if medidas.alguna %}
## Razón de cada medida solicitada

{{ medidas.razones }}
{% endif %}
${law}${evidence}${ending('A usted solicito proveer conforme a lo pedido, con la urgencia del caso.')}`,
);

export const change = shipped(
  5,
  'Solicita {{ cambio.clase }} de medidas',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, seguido contra ${accusedWithDocument}, solicito la {{ cambio.clase }} de las medidas dictadas a
favor {{ agraviada.de_la }}, en los siguientes términos:

${asked}

# FUNDAMENTOS DE HECHO
${decisionGround}
+ Qué ocurrió después. {{ cambio.hechos }}.
{% if cambio.riesgo %}
+ Riesgo. {{ cambio.riesgo }}.
{% endif %}

## Razón de cada medida solicitada

{{ medidas.razones }}
${law}${evidence}${ending('A usted solicito proveer conforme a lo pedido y comunicarlo a la Policía Nacional del Perú.')}`,
);
