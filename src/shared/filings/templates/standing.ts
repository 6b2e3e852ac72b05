/** Kinds 4 and 18: entering a proceeding, and the short writs in it. */
import { accusedOf, counselSpeaks, ending, law, parties } from './pieces.ts';
import { shipped } from './template.ts';

export const appearance = shipped(
  4,
  'Se apersona, designa defensa y señala domicilio procesal y casilla electrónica',
  `
{{ escrito.destinatario }}
${parties}
# PETITORIO

Me apersono al proceso N.º {{ escrito.expediente }}, seguido contra ${accusedOf} por {{ proceso.materia }}, designo como
defensa a quien suscribe y señalo domicilio procesal en {{ centro.domicilio_procesal }}{% if abogada.casilla %} y casilla
electrónica N.º {{ abogada.casilla }}{% endif %}, donde pido que se me notifique.

# FUNDAMENTOS DE HECHO

+ Estado del proceso. {{ proceso.estado }}.

+ Defensa. El patrocinio es gratuito y lo asume el {{ centro.nombre }}.
{% if proceso.autorizados %}
+ Lectura del expediente. Autorizo a leer el expediente y recoger copias a las siguientes
personas: {{ proceso.autorizados }}.
{% endif %}
${law}${ending('A usted solicito tener por presentado el apersonamiento, por designada la defensa y por señalado el domicilio procesal.')}`,
);

export const brief = shipped(
  18,
  '{% if pedido.clase == "copias" %}Solicita copias certificadas{% elsif pedido.clase == "impulso" %}Solicita impulso del proceso{% elsif pedido.clase == "reprogramacion" %}Solicita reprogramación{% elsif pedido.clase == "nuevo" %}Señala nuevo domicilio procesal{% elsif pedido.clase == "cambio" %}Subroga a la defensa{% else %}{{ pedido.clase }}{% endif %}',
  `
{{ escrito.destinatario }}
${counselSpeaks}
# PETITORIO

En el proceso N.º {{ escrito.expediente }}, seguido contra ${accusedOf}:

{% if pedido.clase == "copias" %}
Solicito copias certificadas de las siguientes piezas: {{ pedido.piezas }}.
{% elsif pedido.clase == "impulso" %}
Solicito que se impulse el proceso y se realice el acto pendiente: {{ pedido.pendiente }}.
{% elsif pedido.clase == "reprogramacion" %}
Solicito que se reprograme la diligencia de {{ pedido.diligencia }}, señalada para el {{ pedido.programada }}, por el
siguiente motivo: {{ pedido.motivo }}.
{% elsif pedido.clase == "nuevo" %}
Señalo como nuevo domicilio procesal {{ pedido.domicilio }}, donde pido que se me notifique en adelante.
{% elsif pedido.clase == "cambio" %}
Asumo la defensa en lugar de {{ pedido.saliente }}, a quien subrogo, y pido que se me notifique en adelante.
{% else %}
{{ pedido.clase | oracion }}.
{% endif %}
${law}${ending('A usted solicito proveer conforme a lo pedido.')}`,
);
