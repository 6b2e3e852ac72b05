/** Passages that most templates share; each template carries them as its own text. */

/** Who speaks, with her documents, her address or its reserve, the procedural address and the counsel. */
export const parties = `
{% if agraviada.es_menor %}
**{{ representante.nombres }}**, {{ representante.documento }}, {{ representante.vinculo }}, en representación de la persona
menor de edad de iniciales **{{ agraviada.iniciales }}**, de {{ agraviada.edad }} de edad, con domicilio real {{ agraviada.domicilio }}, y
señalando domicilio procesal en {{ centro.domicilio_procesal }}, sede del {{ centro.nombre }}, con el patrocinio
{{ abogada.de_la }} {{ abogada.nombres }}, con registro {{ abogada.colegio }} N.º {{ abogada.numero }}{% if abogada.casilla %},
casilla electrónica N.º {{ abogada.casilla }}{% endif %}, ante usted, con respeto, digo:
{% else %}
**{{ agraviada.nombres }}**, {{ agraviada.documento }}, de {{ agraviada.edad }} de edad, con domicilio real {{ agraviada.domicilio }}, y
señalando domicilio procesal en {{ centro.domicilio_procesal }}, sede del {{ centro.nombre }}, con el patrocinio
{{ abogada.de_la }} {{ abogada.nombres }}, con registro {{ abogada.colegio }} N.º {{ abogada.numero }}{% if abogada.casilla %},
casilla electrónica N.º {{ abogada.casilla }}{% endif %}, ante usted, con respeto, digo:
{% endif %}
{% if otras_agraviadas %}
Que este escrito comprende también a las siguientes personas, agraviadas por el mismo hecho:
{% for otra in otras_agraviadas %}
- **{{ otra.nombres }}**{% if otra.documento %}, {{ otra.documento }}{% endif %}, de {{ otra.edad }}.
{% endfor %}
{% endif %}
{% if corrige.escrito %}
Que corrijo y sustituyo el escrito {{ corrige.escrito }}, en los términos siguientes.
{% endif %}
`;

/** Whom it was done to, by name: «en agravio de la agraviada» says nothing, and there may be several. */
export const victimNamed = `{% if agraviada.es_menor %}la persona menor de edad de iniciales **{{ agraviada.iniciales }}**{% else %}**{{ agraviada.nombres }}**{% endif %}{% for otra in otras_agraviadas %}, **{{ otra.nombres }}**{% endfor %}`;

/** The lawyer speaks for her in a proceeding that is already under way. */
export const counselSpeaks = `
**{{ abogada.nombres }}**, con registro {{ abogada.colegio }} N.º {{ abogada.numero }}{% if abogada.casilla %}, casilla
electrónica N.º {{ abogada.casilla }}{% endif %}, en defensa de ${victimNamed},
señalando domicilio procesal en {{ centro.domicilio_procesal }}, sede del {{ centro.nombre }}, ante usted, con respeto, digo:
{% if corrige.escrito %}
Que corrijo y sustituyo el escrito {{ corrige.escrito }}, en los términos siguientes.
{% endif %}
`;

export const accusedOf = `**{{ denunciado.identidad }}**{% for otro in otros_denunciados %}, **{{ otro.nombres }}**{% endfor %}`;

/** Where the sentence says nothing more of who the accused is. */
export const accusedWithDocument = `**{{ denunciado.identidad }}**{% if denunciado.documento %}, {{ denunciado.documento }}{% endif %}{% for otro in otros_denunciados %}, **{{ otro.nombres }}**{% if otro.documento %}, {{ otro.documento }}{% endif %}{% endfor %}`;

/** Document, age, trade and address for notices, each said or said to be unknown (D38). */
export const accusedGround = `
+ {{ denunciado.el | oracion }}. {{ denunciado.datos }}
{% for otro in otros_denunciados %}
+ {{ otro.nombres }}. {{ otro.datos }}
{% endfor %}
`;

export const bondGround = `
+ Vínculo. Respecto de {{ agraviada.la }}, {{ denunciado.el }} es {{ denunciado.vinculo }}{% if denunciado.convive %}; a la
fecha conviven en el mismo domicilio{% elsif denunciado.no_convive %}; a la fecha no conviven{% endif %}.{% for otro in otros_denunciados %}{% if otro.vinculo %} {{ otro.nombres }} es {{ otro.vinculo }}.{% endif %}{% endfor %}
`;

/** The account is quoted, never retyped. */
export const eventGround = `
+ Último hecho. El hecho ocurrió {{ hecho.fecha }}{% if hecho.hora %}, a las {{ hecho.hora }} horas{% endif %}, en el
siguiente lugar: {{ hecho.lugar }}. Se transcribe el relato {{ agraviada.de_la }}, tal como consta en la ficha:

> «{{ hecho.relato }}»
`;

export const violenceGround = `
+ Tipo de violencia. Los hechos expuestos constituyen violencia {{ hecho.violencia }} en agravio de
${victimNamed}.{% if hecho.actos %} Los actos referidos son los siguientes: {{ hecho.actos }}.{% endif %}
`;

export const earlierGround = `
{% if hechos_anteriores %}
+ Hechos anteriores. No es un hecho aislado. Antes ocurrió lo siguiente:
{% for anterior in hechos_anteriores %}
- {{ anterior.hecho }}.
{% endfor %}
{% endif %}
`;

export const riskGround = `
{% if riesgo.nivel and ficha_riesgo.nivel %}
+ Riesgo. Este Centro valoró el riesgo como **{{ riesgo.nivel }}**, el {{ riesgo.fecha }}. La {{ ficha_riesgo.nombre }},
aplicada el {{ ficha_riesgo.fecha }}, dio como resultado el nivel **{{ ficha_riesgo.nivel }}**.
{% elsif ficha_riesgo.nivel %}
+ Riesgo. La {{ ficha_riesgo.nombre }}, aplicada el {{ ficha_riesgo.fecha }}, dio como resultado el nivel
**{{ ficha_riesgo.nivel }}**.
{% else %}
+ Riesgo. Este Centro valoró el riesgo como **{{ riesgo.nivel }}**, el {{ riesgo.fecha }}.
{% endif %}
`;

export const vulnerabilityGrounds = `
{% if agraviada.discapacidad %}
+ Discapacidad. {{ agraviada.la | oracion }} tiene discapacidad ({{ agraviada.discapacidad }}).
{% endif %}
{% if agraviada.gestante %}
+ Gestación. {{ agraviada.la | oracion }} se encuentra en estado de gestación{% if agraviada.gestacion %}, de
{{ agraviada.gestacion }}{% endif %}.
{% endif %}
{% if agraviada.depende %}
+ Dependencia. {{ agraviada.la | oracion }} depende económicamente {{ denunciado.del }}.
{% endif %}
{% if hogar.menores %}
+ Niñas, niños y adolescentes. En el hogar hay {{ hogar.menores }}.
{% endif %}
{% if denunciado.usa_armas %}
+ Armas. {{ denunciado.el | oracion }} tiene o usa armas.
{% endif %}
{% if denunciado.antecedentes %}
+ Antecedentes. Según se refiere, {{ denunciado.el }} registra {{ denunciado.antecedentes }}.
{% endif %}
`;

export const complaintGround = `
{% if denuncia.dependencia %}
+ Denuncia. Los hechos fueron denunciados{% if denuncia.fecha %} el {{ denuncia.fecha }}{% endif %} ante
{{ denuncia.dependencia }}{% if denuncia.numero %}, con el número {{ denuncia.numero }}{% endif %}.
{% endif %}
`;

export const grounds = [
  accusedGround,
  bondGround,
  eventGround,
  violenceGround,
  earlierGround,
  riskGround,
  vulnerabilityGrounds,
  complaintGround,
].join('');

export const law = `
# FUNDAMENTOS DE DERECHO

{{ escrito.articulos }}
`;

export const evidence = `
# MEDIOS PROBATORIOS

{{ escrito.medios }}
`;

/** Annexes, what is asked at the end, further requests, date and signatures. */
export function ending(asked: string): string {
  return `
{% if escrito.anexos %}
# ANEXOS

{{ escrito.anexos }}
{% endif %}

**POR TANTO:** ${asked}

{% if escrito.otrosies %}
{{ escrito.otrosies }}
{% endif %}

>> {{ escrito.lugar }}, {{ escrito.fecha }}

{{ escrito.firmas }}
`;
}
