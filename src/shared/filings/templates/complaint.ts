/** Kinds 1 and 2: the complaint, and the facts the centre makes known by itself. */
import { accusedOf, ending, evidence, grounds, law, parties, riskGround, victimNamed } from './pieces.ts';
import { shipped } from './template.ts';

export const complaint = shipped(
  1,
  'Interpone denuncia por violencia{% if denuncia_nueva.pide_medidas %} y solicita medidas de protección{% endif %}',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

Denuncio a ${accusedOf} por actos de violencia {{ hecho.violencia }} en agravio de ${victimNamed}, y pido que se
investiguen los hechos{% if denuncia_nueva.pide_medidas %} y se dicten las medidas de protección que correspondan{% endif %}.
{% if denuncia_nueva.ubicacion %}
Se le puede ubicar en: {{ denuncia_nueva.ubicacion }}.
{% endif %}
{% if denuncia_nueva.reserva_identidad %}
Pido que se mantenga en reserva la identidad de quien pone los hechos en conocimiento de la autoridad.
{% endif %}

# FUNDAMENTOS DE HECHO
${grounds}
{% if denuncia_nueva.lesiones %}
+ Lesiones y atención. {{ denuncia_nueva.lesiones }}.
{% endif %}
{% if denuncia_nueva.testigos %}
+ Personas presentes. {{ denuncia_nueva.testigos }}.
{% endif %}
${law}${evidence}${ending('A usted solicito admitir la denuncia y disponer las diligencias urgentes.')}`,
);

export const notice = shipped(
  2,
  'Comunica hechos de violencia',
  `
{{ escrito.destinatario }}

El {{ centro.nombre }}, con domicilio en {{ centro.domicilio_procesal }}, por intermedio {{ abogada.de_la }}
{{ abogada.nombres }}, con registro {{ abogada.colegio }} N.º {{ abogada.numero }}, comunica lo siguiente, sin asumir la
representación de la persona agraviada:

# PETITORIO

{{ comunicacion.pedido }}.

# HECHOS

+ Agravio. Los hechos se habrían cometido en agravio de ${victimNamed}.

+ {{ denunciado.el | oracion }}. Se señala a **{{ denunciado.identidad }}**, quien respecto de {{ agraviada.la }} es {{ denunciado.vinculo }}. {{ denunciado.datos }}
{% for otro in otros_denunciados %}
+ {{ otro.nombres }}. Se señala también a **{{ otro.nombres }}**{% if otro.vinculo %}, quien respecto de {{ agraviada.la }} es {{ otro.vinculo }}{% endif %}. {{ otro.datos }}
{% endfor %}

+ Motivo de la comunicación: {{ comunicacion.motivo }}.

+ Conocimiento. {{ comunicacion.conocimiento }}.

+ Hechos. Se refiere violencia {{ hecho.violencia }} ocurrida {{ hecho.fecha }}: {{ comunicacion.hechos }}.
${riskGround}
+ Atención ofrecida. {{ comunicacion.ofrecido }}.
${law}${ending('Se pone en conocimiento de la autoridad para que actúe de oficio y conforme a sus atribuciones.')}`,
);
