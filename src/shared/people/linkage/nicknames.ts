/**
 * Short forms of given names in daily use in Peru: weak evidence, both ways. Another spelling of one name («Yeni»,
 * «Jenny») is no nickname: `spelling-rules.ts` reads it. Keys of the record are made from it: a new edition gets a new
 * `id`, and the keys are made again.
 */
import type { Word } from './facts.ts';
import { remembering, wordKey } from './spelling.ts';

export const nicknameRules = {
  id: 'nicknames-1',
  validFrom: '2026-01-01',
  source: 'Lista del programa: formas familiares de uso común en el Perú',
  confirmation: 'toConfirm',

  /** What she is called: the given names it may stand for, in capitals without accents. */
  names: {
    ...{ ALE: 'ALEJANDRA ALEJANDRO ALEXANDRA', AMY: 'AMELIA', ANI: 'ANA', ANITA: 'ANA' },
    ...{ ANDREITA: 'ANDREA', ANGELITA: 'ANGELA', ANGIE: 'ANGELA ANGELICA', ANTUCO: 'ANTONIO', ARTURITO: 'ARTURO' },
    ...{ BEBA: 'GENOVEVA', BERNA: 'BERNARDO BERNARDINA', BERTITA: 'BERTHA', BETO: 'ALBERTO' },
    ...{ BETY: 'BEATRIZ', BETZA: 'BETZABE', BLANQUITA: 'BLANCA', CACHO: 'CARLOS', CALIN: 'CARLOS' },
    ...{ CARLITOS: 'CARLOS', CARLUCHO: 'CARLOS', CARMENCITA: 'CARMEN', CARMELA: 'CARMEN', CARMELITA: 'CARMEN' },
    ...{ CARO: 'CAROLINA', CATA: 'CATALINA', CATY: 'CATALINA CATHERINE', CAYO: 'CAYETANO', CECI: 'CECILIA' },
    ...{ CELE: 'CELESTINO CELESTINA', CHABELA: 'ISABEL', CHABELITA: 'ISABEL', CHABUCA: 'ISABEL MARIA' },
    ...{ CHABUQUITA: 'ISABEL', CHALO: 'GONZALO', CHANA: 'FELICIANA SEBASTIANA', CHANO: 'FELICIANO SEBASTIAN' },
    ...{ CHARITO: 'ROSARIO', CHARO: 'ROSARIO', CHAVELO: 'ISABELINO', CHAYO: 'ROSARIO', CHELA: 'GRACIELA MARISELA' },
    ...{ CHELITA: 'GRACIELA MARISELA', CHELO: 'MARCELO CONSUELO', CHEMA: 'JOSE', CHEPA: 'JOSEFA', CHEPE: 'JOSE' },
    ...{ CHEPO: 'JOSE', CHICHA: 'NARCISA', CHICHO: 'NARCISO', CHINTO: 'JACINTO', CHINTA: 'JACINTA' },
    ...{ CHITO: 'JESUS', CHOFI: 'SOFIA', CHOLE: 'SOLEDAD', CHOMIN: 'DOMINGO' },
    ...{ CHUCHO: 'JESUS', CHUS: 'JESUS', CHUSA: 'JESUSA', CHUY: 'JESUS', CLAUDITA: 'CLAUDIA', COCO: 'JORGE SOCORRO' },
    ...{ CONCHA: 'CONCEPCION', CONCHITA: 'CONCEPCION', CONI: 'CONSTANZA', CRIS: 'CRISTINA CRISTIAN CRISTOBAL' },
    ...{ CUCHA: 'AGUSTINA', CUCHO: 'AGUSTIN', DANI: 'DANIEL DANIELA', DAVICHO: 'DAVID' },
    ...{ DELFI: 'DELFINA', DIANITA: 'DIANA', DOLI: 'DOLORES', DORITA: 'DORA', EDU: 'EDUARDO', EDUCHO: 'EDUARDO' },
    ...{ EDY: 'EDUARDO EDUARDA', ELENITA: 'ELENA', ELI: 'ELIZABETH', ELVI: 'ELVIRA', ELSITA: 'ELSA', EMI: 'EMILIA' },
    ...{ ESPE: 'ESPERANZA', ESTERCITA: 'ESTHER', EVITA: 'EVA', FELI: 'FELIPA FELICITAS', FELICHA: 'FELICITAS' },
    ...{ FELO: 'RAFAEL', FER: 'FERNANDO FERNANDA', FERCHO: 'FERNANDO', FICO: 'FEDERICO', FILO: 'FILOMENA FILOMENO' },
    ...{ FINA: 'JOSEFINA', FLORCITA: 'FLOR', FRAN: 'FRANCISCO FRANCISCA', GABI: 'GABRIELA' },
    ...{ GABO: 'GABRIEL', GENO: 'GENOVEVA', GERMANCHO: 'GERMAN', GINA: 'GEORGINA REGINA', GOYA: 'GREGORIA' },
    ...{ GOYO: 'GREGORIO', GRACE: 'GRACIELA', GUILLE: 'GUILLERMO', GUILLO: 'GUILLERMO', GUS: 'GUSTAVO' },
    ...{ HERNANCHO: 'HERNAN', HUGUITO: 'HUGO', ISA: 'ISABEL', JACO: 'JACOBO', JAVICHO: 'JAVIER', JORGITO: 'JORGE' },
    ...{ JOSECITO: 'JOSE', JUANCHO: 'JUAN', JUANCITO: 'JUAN', JUANI: 'JUANA', JUANITA: 'JUANA', JUANITO: 'JUAN' },
    ...{ JULITO: 'JULIO', KARINITA: 'KARINA', KATI: 'KATHERINE KATIA', KIKE: 'ENRIQUE', LALA: 'EULALIA' },
    ...{
      LALI: 'EULALIA',
      LALO: 'EDUARDO',
      LENCHA: 'LORENZA',
      LENCHO: 'LORENZO',
      LETI: 'LETICIA',
      LEO: 'LEONARDO LEONEL',
    },
    ...{ LICHA: 'ALICIA', LILI: 'LILIANA', LINA: 'CAROLINA ANGELINA', LITA: 'MARGARITA', LOLA: 'DOLORES' },
    ...{ LOLITA: 'DOLORES', LOLO: 'MANUEL', LORE: 'LORENA', LUCHA: 'LUCIA LUISA LUZ', LUCHITO: 'LUIS', LUCHO: 'LUIS' },
    ...{ LUCHI: 'LUCIA LUZ', LUISITO: 'LUIS', LUPE: 'GUADALUPE', LUPITA: 'GUADALUPE', LUZMI: 'LUZMILA', MABE: 'MARIA' },
    ...{ MACHI: 'MARCELINA', MACO: 'MARCO MARCOS', MAGA: 'MAGALI', MAGUI: 'MAGDALENA MARGARITA', MALENA: 'MAGDALENA' },
    ...{ MANOLO: 'MANUEL', MANUCHO: 'MANUEL', MANUELITA: 'MANUELA', MARCE: 'MARCELA' },
    ...{
      MARGA: 'MARGARITA',
      MARGOT: 'MARGARITA',
      MARI: 'MARIA',
      MARIQUITA: 'MARIA',
      MARUCHA: 'MARIA',
      MARUJA: 'MARIA',
    },
    ...{
      MARUJITA: 'MARIA',
      MATI: 'MATILDE',
      MECHE: 'MERCEDES',
      MECHITA: 'MERCEDES',
      MEMO: 'GUILLERMO',
      MICHO: 'MISAEL',
    },
    ...{ MIGUELITO: 'MIGUEL', MIKI: 'MIGUEL', MILA: 'MILAGROS LUZMILA', MILI: 'MILAGROS' },
    ...{ MINCHO: 'BENJAMIN', MINGO: 'DOMINGO', MIRI: 'MIRIAM', MONCHO: 'RAMON', MONI: 'MONICA', NACHA: 'IGNACIA' },
    ...{ NACHITO: 'IGNACIO', NACHO: 'IGNACIO', NANDA: 'FERNANDA', NANDO: 'FERNANDO', NATI: 'NATIVIDAD NATALIA' },
    ...{ NECO: 'NESTOR', NELI: 'NELIDA', NENA: 'MAGDALENA ELENA', NICO: 'NICOLAS', NINA: 'SATURNINA MARCELINA' },
    ...{ NINO: 'SATURNINO MARCELINO', NORMITA: 'NORMA', OLGUITA: 'OLGA', ÑATO: 'FORTUNATO' },
    ...{ PACO: 'FRANCISCO', PANCHA: 'FRANCISCA', PANCHITA: 'FRANCISCA', PANCHITO: 'FRANCISCO', PANCHO: 'FRANCISCO' },
    ...{ PAQUITA: 'FRANCISCA', PASCUALITO: 'PASCUAL', PATO: 'PATRICIO', PATI: 'PATRICIA' },
    ...{ PEDRITO: 'PEDRO', PEDRUCHO: 'PEDRO', PEPA: 'JOSEFA JOSEFINA', PEPE: 'JOSE', PEPITO: 'JOSE', PERICO: 'PEDRO' },
    ...{ PETA: 'PETRONILA', PETITA: 'PETRONILA', PILI: 'PILAR', PIPO: 'FELIPE', POLDO: 'LEOPOLDO' },
    ...{
      POLO: 'LEOPOLDO HIPOLITO',
      PONCHO: 'ALFONSO',
      QUECHO: 'EZEQUIEL',
      QUELA: 'RAQUEL MIGUELINA',
      QUETA: 'ENRIQUETA',
    },
    ...{ QUIQUE: 'ENRIQUE', RAFA: 'RAFAEL', RAFO: 'RAFAEL', RAQUELITA: 'RAQUEL', RAULITO: 'RAUL', REBE: 'REBECA' },
    ...{ RICHI: 'RICARDO', ROBER: 'ROBERTO', ROSI: 'ROSA', ROSITA: 'ROSA', RUFO: 'RUFINO' },
    ...{ SANTI: 'SANTIAGO', SANTITOS: 'SANTOS', SARITA: 'SARA', SILVI: 'SILVIA', SOCO: 'SOCORRO', SOFI: 'SOFIA' },
    ...{
      SOLE: 'SOLEDAD',
      SUSI: 'SUSANA',
      TACHO: 'ANASTASIO',
      TACHA: 'ANASTASIA',
      TATO: 'ROBERTO RENATO',
      TAVO: 'GUSTAVO',
    },
    ...{ TEO: 'TEODORO TEOFILO', TEOFA: 'TEOFILA', TERE: 'TERESA', TERESITA: 'TERESA', TETE: 'TERESA' },
    ...{
      TICHA: 'BEATRIZ',
      TICO: 'ALBERTO',
      TINA: 'CRISTINA MARTINA FAUSTINA',
      TINO: 'FAUSTINO MARTIN',
      TITA: 'MARGARITA',
    },
    ...{
      TITO: 'ALBERTO ROBERTO',
      TOÑA: 'ANTONIA',
      TOÑITO: 'ANTONIO',
      TOÑO: 'ANTONIO',
      TOTO: 'VICTOR',
      TULA: 'GERTRUDIS',
    },
    ...{ VALE: 'VALERIA', VICHO: 'VICENTE', VICTITO: 'VICTOR', VICKY: 'VICTORIA', VIRGI: 'VIRGINIA', YOLI: 'YOLANDA' },
    ...{ YOLITA: 'YOLANDA', ZOILITA: 'ZOILA' },
  },
} as const;

/** Only what changes no nickname into another: the spelling key would read «Edu» as Guido. */
function shortKey(plain: string): string {
  return plain
    .replace(/(.)\1+/g, '$1')
    .replace(/V/g, 'B')
    .replace(/Y$/, 'I');
}

const formalByKey = new Map(
  Object.entries<string>(nicknameRules.names).map(([name, formal]) => [shortKey(name), formal.split(' ').map(wordKey)]),
);

const none: readonly string[] = [];
const formalOf = remembering((plain) => formalByKey.get(shortKey(plain)) ?? none);

/** Spelling keys of the given names that this word stands for; none when it is no nickname. */
export function formalKeys({ plain }: Pick<Word, 'plain'>): readonly string[] {
  return formalOf(plain);
}

/** Whether one is what the other is called. */
export function isNickname(one: Word, other: Word): boolean {
  return formalKeys(one).includes(other.key) || formalKeys(other).includes(one.key);
}
