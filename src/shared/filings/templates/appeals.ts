/** Kinds 7, 8, 13 and 14: what is raised to the superior, and what is answered there. */
import { accusedOf, counselSpeaks, ending, evidence, law } from './pieces.ts';
import { shipped } from './template.ts';

const resolution = `{{ resolucion.numero | acto }}{% if resolucion.fecha %}, del {{ resolucion.fecha }}{% endif %},
notificada el {{ resolucion.notificada }}`;

const points = `
{% for punto in puntos %}
1. {{ punto.texto }}.
{% endfor %}
`;

export const measuresAppeal = shipped(
  7,
  'Interpone recurso de apelación contra auto de medidas',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, seguido contra ${accusedOf}, interpongo recurso de apelación contra
${resolution}, en el siguiente extremo: {{ apelacion.extremo }}.

Pido a la sala superior lo siguiente: {{ apelacion.pretension }}.

# FUNDAMENTOS DEL RECURSO

## Errores de hecho o de derecho

Los errores en que incurre la resolución son los siguientes:
${points}
## Agravio

{{ apelacion.agravio }}.
${law}${ending('A usted solicito conceder el recurso y elevar los actuados a la sala superior.')}`,
);

export const answer = shipped(
  8,
  'Absuelve traslado de apelación',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, absuelvo el traslado de la apelación interpuesta por ${accusedOf}, corrido el
{{ traslado.fecha }}, y pido que se confirme la resolución apelada.

# FUNDAMENTOS

+ Estado de las medidas. {{ traslado.medidas }}.

+ Riesgo actual. {{ traslado.riesgo }}.

## Respuesta a cada punto

Se responde en el orden del recurso:
${points}
${law}${evidence}${ending('A usted solicito tener por absuelto el traslado y confirmar la resolución apelada.')}`,
);

export const review = shipped(
  13,
  'Solicita elevación de actuados al fiscal superior',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En la carpeta N.º {{ escrito.expediente }}, seguida contra ${accusedOf}, solicito que se eleven los actuados al fiscal
superior, por no estar conforme con ${resolution}, que dispone el archivo.

# FUNDAMENTOS

+ Error de la decisión. {{ archivo.error }}.

## Actos que no se realizaron

No se realizaron los siguientes actos, útiles para esclarecer los hechos:
${points}
${law}${ending('A usted solicito elevar los actuados al fiscal superior.')}`,
);

export const judgmentAppeal = shipped(
  14,
  'Interpone recurso de apelación contra {% if apelacion.clase == "sobreseimiento" %}auto de sobreseimiento{% else %}sentencia{% endif %}',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, seguido contra ${accusedOf}, en calidad de {{ apelacion.calidad }}, interpongo
recurso de apelación contra {% if apelacion.clase == "sobreseimiento" %}el auto de sobreseimiento contenido{% else %}la {{ apelacion.clase }} contenida{% endif %} en
${resolution}.

Pido a la sala superior lo siguiente: {{ apelacion.pretension }}.

# FUNDAMENTOS DEL RECURSO

## Puntos que se impugnan

Se impugnan los siguientes puntos de la decisión:
${points}
## Agravio

{{ apelacion.agravio }}.
${law}${ending('A usted solicito conceder el recurso y elevar los actuados a la sala superior.')}`,
);
