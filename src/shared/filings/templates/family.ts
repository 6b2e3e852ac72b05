/** Kinds 16, 17 and 19: what concerns the children and the cost of the proceeding. */
import { accusedWithDocument, ending, evidence, law, parties } from './pieces.ts';
import { shipped } from './template.ts';

const children = `
{% for menor in menores %}
- **{{ menor.nombres }}**, {{ menor.documento }}, de {{ menor.edad }}.
{% endfor %}
`;

export const support = shipped(
  16,
  'Demanda de alimentos',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

Demando a ${accusedWithDocument}, a quien se notificará en {{ demanda.notificar_en }}, para que acuda con una pensión de alimentos de
{{ alimentos.pension }}, a favor de:
${children}
# FUNDAMENTOS DE HECHO

+ Deber. {{ alimentos.deber }}.

+ Necesidades. {{ alimentos.necesidades }}.

+ Posibilidades. {{ denunciado.el | oracion }} trabaja como {{ alimentos.trabajo }}. {{ alimentos.ingresos }}.
${law}
# VÍA PROCEDIMENTAL

Corresponde la vía siguiente: {{ alimentos.via }}.

# MONTO DEL PETITORIO

El monto del petitorio es la pensión pedida, de {{ alimentos.pension }}.
${evidence}${ending('A usted solicito admitir la demanda, tramitarla conforme a su naturaleza y declararla fundada.')}`,
);

export const custody = shipped(
  17,
  'Demanda de {% if tenencia.clase == "tenencia" %}tenencia{% elsif tenencia.clase == "variacion" %}variación de tenencia{% elsif tenencia.clase == "regimen" %}régimen de visitas{% else %}suspensión de la patria potestad{% endif %}',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

Interpongo demanda de {{ tenencia.clase }} contra ${accusedWithDocument}, a quien se notificará en {{ demanda.notificar_en }}, en los
siguientes términos: {{ tenencia.pedido }}.

La demanda se refiere a:
${children}
# FUNDAMENTOS DE HECHO

+ Cuidado actual. {{ tenencia.cuidado }}.

+ Violencia. {{ tenencia.violencia }}.
{% if tenencia.medidas %}
+ Medidas vigentes. {{ tenencia.medidas }}.
{% endif %}
{% if tenencia.informe %}
+ Informe social. Se ofrece el informe social del {{ centro.nombre }}.
{% endif %}
${law}
# VÍA PROCEDIMENTAL

Corresponde la vía siguiente: {{ tenencia.via }}.

# MONTO DEL PETITORIO

Por la naturaleza de la pretensión, no es cuantificable en dinero.
${evidence}${ending('A usted solicito admitir la demanda, tramitarla conforme a su naturaleza y declararla fundada.')}`,
);

export const legalAid = shipped(
  19,
  'Solicita auxilio judicial y exoneración de tasas',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, solicito auxilio judicial y la exoneración de tasas y gastos del proceso.

# FUNDAMENTOS

+ Ingresos. {{ auxilio.ingresos }}.

+ Carga familiar. {{ auxilio.carga }}.

+ Gratuidad. Quien recurre es víctima de violencia y el patrocinio del {{ centro.nombre }} es gratuito.
${law}${ending('A usted solicito conceder el auxilio judicial.')}`,
);
