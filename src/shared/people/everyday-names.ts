/** Names that are words of every day as well: alone they tell nobody. As data: whatever is missing here costs a look. */
import { plainName } from './linkage/index.ts';

/** As names are compared: in capitals, without accents, N for Ñ. */
export const bareWord = (word: string) => plainName(word).replaceAll('Ñ', 'N');

export const bareWords = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(bareWord));

/** Given names and surnames that are words of every day as well: they tell nobody where a sentence begins, or in small letters. */
export const everydayNames = bareWords(`
  segundo segunda norma dios justo marco máximo said edit ever santa santo santos claro prudente severo
  casas caso calle calla caller cabeza cabello casilla correa court diez escriba estrella grados grande herencia inca
  izquierdo lengua lima marca menor mercado more moreno mucho nieto niño papá pareja pasco pena pino portal puno quito
  segura seguro suyo trece valer vera verano vite peña barra armas rey reyes paz campos ríos torres flores rojas blanco
  delgado bravo cruz leal león lobo luna mesa meza montes nieves parra prado ramos rivera rosas salas salinas soto valle
  vega villa vale caro sole pato nena coco leo`);

/** In small letters these are things, not persons. */
export const thingNames = bareWords(`
  rosa luz paz flor dolores pilar consuelo socorro esperanza mercedes milagros victoria gloria blanca celeste rosario
  soledad salvador clara claro franco modesto modesta perpetua aurora alba alma amparo benigno candelaria caridad casto
  concepción constancia cruz encarnación estela felicidad fidel fiel gracia inocencia inocente iris jacinto linda luna
  margarita mar nieves noble patrocinio piedad plácida primitivo prudencia pura puro refugio remedios rocío serena sereno
  severa sol trinidad valiente viola violeta virtud visitación ángel ángeles libertad reina román digna digno perla deny
  belly grace dulce vida cielo mina julio domingo abril mayo junio agosto fortuna lidia tina lina lila dina moral leal real vidal oliva
  natividad asunción ascensión presentación purificación anunciación santos reyes cándida florida dominga justa
  generosa melania celia augusto clemente constante prospero próspero inés paloma estrella aurora`);
