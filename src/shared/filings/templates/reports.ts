/** Kind 20: the report of the centre and the letter it goes with. */
import { coverLetterKind, reportKind } from '../codes.ts';
import { shipped } from './template.ts';

export const report = shipped(
  reportKind,
  'Informe {{ informe.clase }}',
  `
#! INFORME {{ informe.clase | mayusculas }} N.º {{ informe.numero }}

{{ escrito.destinatario }}

# REFERENCIA

{{ informe.referencia }}{% if escrito.expediente %}, expediente o carpeta N.º {{ escrito.expediente }}{% endif %}.
Se pidió lo siguiente: {{ informe.pedido }}.

# IDENTIFICACIÓN

{% if agraviada.es_menor %}
- Persona de iniciales **{{ agraviada.iniciales }}**, de {{ agraviada.edad }} de edad. Sus datos completos constan en los actuados.
{% else %}
- **{{ agraviada.nombres }}**, {{ agraviada.documento }}, de {{ agraviada.edad }} de edad.
{% endif %}
- Informa: {{ profesional.nombres }}, {{ profesional.profesion }}, con registro {{ profesional.colegio }}
N.º {{ profesional.numero }}, del {{ centro.nombre }}.

# MÉTODOS

{{ informe.metodos }}.

# HALLAZGOS

{{ informe.hallazgos }}.

# CONCLUSIÓN

{{ informe.conclusion }}.

{% if informe.recomendaciones %}
# RECOMENDACIONES

{{ informe.recomendaciones }}.
{% endif %}

{% if escrito.articulos %}
# BASE LEGAL

{{ escrito.articulos }}
{% endif %}

{% if escrito.anexos %}
# ANEXOS

{{ escrito.anexos }}
{% endif %}

>> {{ escrito.lugar }}, {{ escrito.fecha }}

{{ informe.firma }}
`,
);

export const coverLetter = shipped(
  coverLetterKind,
  'Remite informe {{ informe.clase }}',
  `
>> {{ escrito.lugar }}, {{ escrito.fecha }}

#! OFICIO N.º {{ oficio.numero }}

{{ escrito.destinatario }}

Me dirijo a usted en atención a lo solicitado mediante {{ informe.referencia }}{% if escrito.expediente %}, expediente o carpeta
N.º {{ escrito.expediente }}{% endif %}, para remitir el informe {{ informe.clase }} N.º {{ informe.numero }} del
{{ centro.nombre }}.

El informe va adjunto y responde únicamente a lo solicitado. Por ser de contenido reservado, se pide que no se entregue copia
sin autorización de su despacho.

Atentamente,

{{ oficio.firma }}
`,
);
