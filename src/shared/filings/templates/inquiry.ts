/** Kinds 9, 10, 11, 12 and 15: the criminal inquiry. */
import { accusedOf, counselSpeaks, ending, evidence, law, parties, victimNamed } from './pieces.ts';
import { shipped } from './template.ts';

export const civilParty = shipped(
  9,
  'Solicita constitución en actor civil',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, seguido contra ${accusedOf}, en etapa de {{ actor_civil.etapa }}, solicito
la constitución en actor civil y una reparación de {{ actor_civil.total }}.

# FUNDAMENTOS DE HECHO

+ Hechos y daño. {{ actor_civil.hechos }}.

+ Legitimación. {{ actor_civil.legitimacion }}.

# MONTO DE LA REPARACIÓN

El monto se fija por cada concepto:

{% for uno in conceptos %}
1. {{ uno.concepto }}: {{ uno.monto }}.
{% endfor %}
${law}${evidence}${ending('A usted solicito admitir la constitución en actor civil.')}`,
);

export const acts = shipped(
  10,
  'Solicita diligencias y ofrece medios probatorios',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En la carpeta N.º {{ escrito.expediente }}, seguida contra ${accusedOf}, solicito las siguientes diligencias:

{% for una in diligencias %}
1. **{{ una.acto }}.** {% if una.lugar %}Lugar: {{ una.lugar }}. {% endif %}Finalidad: {{ una.finalidad }}.
{% endfor %}

# FUNDAMENTOS

+ Utilidad. Los actos pedidos son pertinentes, conducentes y útiles para esclarecer los hechos en agravio de
${victimNamed}.
{% if diligencias_pedidas.urgencia %}
+ Urgencia. {{ diligencias_pedidas.urgencia }}.
{% endif %}
${law}${evidence}${ending('A usted solicito disponer las diligencias pedidas.')}`,
);

export const singleInterview = shipped(
  11,
  'Solicita {% if entrevista.clase == "prueba" %}prueba anticipada{% else %}entrevista única en cámara Gesell{% endif %}',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En la carpeta N.º {{ escrito.expediente }}, seguida contra ${accusedOf} por {{ entrevista.delito }}, solicito
{{ entrevista.clase }} para {{ agraviada.la }}, de {{ agraviada.edad }} de edad.

# FUNDAMENTOS

+ Una sola vez. {{ entrevista.razon }}.

+ Declaraciones y exámenes anteriores. {{ entrevista.anteriores }}.
{% if agraviada.discapacidad %}
+ Discapacidad. {{ agraviada.la | oracion }} tiene discapacidad ({{ agraviada.discapacidad }}).
{% endif %}
{% if entrevista.necesidades %}
+ Lo que requiere. {{ entrevista.necesidades }}.
{% endif %}
${law}${ending('A usted solicito señalar fecha y disponer lo necesario para que el relato no se repita.')}`,
);

export const examination = shipped(
  12,
  'Requiere {% if examen.clase == "reconocimiento" %}reconocimiento médico legal{% elsif examen.clase == "evaluacion" %}evaluación psicológica{% else %}reconocimiento médico legal y evaluación psicológica{% endif %}',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

{% if escrito.expediente %}
En la carpeta N.º {{ escrito.expediente }}, requiero que se practique a {% if agraviada.es_menor %}la persona de iniciales {{ agraviada.iniciales }}{% else %}{{ agraviada.nombres }}, {{ agraviada.documento }}{% endif %}, de {{ agraviada.edad }} de edad, el siguiente examen: {% if examen.clase == "medico" %}reconocimiento médico legal y evaluación psicológica{% else %}{{ examen.clase }}{% endif %}.
{% else %}
Requiero que se practique a {% if agraviada.es_menor %}la persona de iniciales {{ agraviada.iniciales }}{% else %}{{ agraviada.nombres }}, {{ agraviada.documento }}{% endif %}, de {{ agraviada.edad }} de edad, el siguiente examen: {% if examen.clase == "medico" %}reconocimiento médico legal y evaluación psicológica{% else %}{{ examen.clase }}{% endif %}.
{% endif %}

# FUNDAMENTOS

+ Hecho. El examen se refiere al hecho de violencia {{ hecho.violencia }} que se atribuye a ${accusedOf}, ocurrido el
{{ examen.hecho_el }}{% if examen.hecho_hora %}, a las {{ examen.hecho_hora }} horas{% endif %}.

+ Exámenes anteriores. {{ examen.anteriores }}.

+ Urgencia. {{ examen.urgencia }}.
{% if examen.necesidades %}
+ Lo que requiere. {{ examen.necesidades }}.
{% endif %}
${law}${ending('A usted solicito disponer el examen y que se remita su resultado.')}`,
);

export const witness = shipped(
  15,
  'Solicita medidas de protección de {% if proteccion.de == "testigo" %}testigo{% else %}víctima{% endif %}',
  `
{{ escrito.destinatario }}

**{{ abogada.nombres }}**, con registro {{ abogada.colegio }} N.º {{ abogada.numero }}, señalando domicilio procesal en
{{ centro.domicilio_procesal }}, sede del {{ centro.nombre }}, ante usted, con respeto, digo:
{% if corrige.escrito %}
Que corrijo y sustituyo el escrito {{ corrige.escrito }}, en los términos siguientes.
{% endif %}

# PETITORIO

En la carpeta N.º {{ escrito.expediente }}{% if proteccion.de == "testigo" %}, seguida en agravio de
**{% if agraviada.es_menor %}{{ agraviada.iniciales }}{% else %}{{ agraviada.nombres }}{% endif %}**{% endif %}, solicito
protección para una persona que interviene como {{ proteccion.de }}, cuya identidad se hace conocer en sobre cerrado aparte,
con las siguientes medidas:

{% for una in protecciones %}
1. {{ una.medida }}.
{% endfor %}

# FUNDAMENTOS

+ Riesgo. {{ proteccion.riesgo }}.
${law}${ending('A usted solicito disponer las medidas y mantener la identidad en reserva.')}`,
);
