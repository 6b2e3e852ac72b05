/** Short forms of given names in daily use in Peru, as dated data that a centre changes. */
import { lastDay, type CivilDate } from '../platform/dates.ts';
import { cleanedText, fold } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { isSound, rowsOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';
import { makeNicknames, type Nicknames } from './linkage/index.ts';

/** Changes with the list below: keys of the record are made from it, and made again when it is another. */
export const nicknamesId = 'nicknames-1';

/** Another spelling of one name («Yeni», «Jenny») is no nickname: `spelling.ts` reads it. */
const list = `
  Ale: Alejandra, Alejandro, Alexandra; Amy: Amelia; Andreita: Andrea; Angelita: Ángela; Angie: Ángela, Angélica;
  Ani: Ana; Anita: Ana; Antuco: Antonio; Arturito: Arturo; Beba: Genoveva; Berna: Bernardo, Bernardina;
  Bertita: Bertha; Beto: Alberto; Bety: Beatriz; Betza: Betzabé; Blanquita: Blanca; Cacho: Carlos; Calín: Carlos;
  Carlitos: Carlos; Carlucho: Carlos; Carmela: Carmen; Carmelita: Carmen; Carmencita: Carmen; Caro: Carolina;
  Cata: Catalina; Caty: Catalina, Catherine; Cayo: Cayetano; Ceci: Cecilia; Cele: Celestino, Celestina;
  Chabela: Isabel; Chabelita: Isabel; Chabuca: Isabel, María; Chabuquita: Isabel; Chalo: Gonzalo;
  Chana: Feliciana, Sebastiana; Chano: Feliciano, Sebastián; Charito: Rosario; Charo: Rosario; Chavelo: Isabelino;
  Chayo: Rosario; Chela: Graciela, Marisela; Chelita: Graciela, Marisela; Chelo: Marcelo, Consuelo; Chema: José;
  Chepa: Josefa; Chepe: José; Chepo: José; Chicha: Narcisa; Chicho: Narciso; Chinta: Jacinta; Chinto: Jacinto;
  Chito: Jesús; Chofi: Sofía; Chole: Soledad; Chomín: Domingo; Chucho: Jesús; Chus: Jesús; Chusa: Jesusa; Chuy: Jesús;
  Claudita: Claudia; Coco: Jorge, Socorro; Concha: Concepción; Conchita: Concepción; Coni: Constanza;
  Cris: Cristina, Cristian, Cristóbal; Cucha: Agustina; Cucho: Agustín; Dani: Daniel, Daniela; Davicho: David;
  Delfi: Delfina; Dianita: Diana; Doli: Dolores; Dorita: Dora; Edu: Eduardo; Educho: Eduardo; Edy: Eduardo, Eduarda;
  Elenita: Elena; Eli: Elizabeth; Elsita: Elsa; Elvi: Elvira; Emi: Emilia; Espe: Esperanza; Estercita: Esther;
  Evita: Eva; Feli: Felipa, Felicitas; Felicha: Felicitas; Felo: Rafael; Fer: Fernando, Fernanda; Fercho: Fernando;
  Fico: Federico; Filo: Filomena, Filomeno; Fina: Josefina; Florcita: Flor; Fran: Francisco, Francisca;
  Gabi: Gabriela; Gabo: Gabriel; Geno: Genoveva; Germancho: Germán; Gina: Georgina, Regina; Goya: Gregoria;
  Goyo: Gregorio; Grace: Graciela; Guille: Guillermo; Guillo: Guillermo; Gus: Gustavo; Hernancho: Hernán;
  Huguito: Hugo; Isa: Isabel; Jaco: Jacobo; Javicho: Javier; Jorgito: Jorge; Josecito: José; Juancho: Juan;
  Juancito: Juan; Juani: Juana; Juanita: Juana; Juanito: Juan; Julito: Julio; Karinita: Karina;
  Kati: Katherine, Katia; Kike: Enrique; Lala: Eulalia; Lali: Eulalia; Lalo: Eduardo; Lencha: Lorenza;
  Lencho: Lorenzo; Leo: Leonardo, Leonel; Leti: Leticia; Licha: Alicia; Lili: Liliana; Lina: Carolina, Angelina;
  Lita: Margarita; Lola: Dolores; Lolita: Dolores; Lolo: Manuel; Lore: Lorena; Lucha: Lucía, Luisa, Luz;
  Luchi: Lucía, Luz; Luchito: Luis; Lucho: Luis; Luisito: Luis; Lupe: Guadalupe; Lupita: Guadalupe; Luzmi: Luzmila;
  Mabe: María; Machi: Marcelina; Maco: Marco, Marcos; Maga: Magali; Magui: Magdalena, Margarita; Malena: Magdalena;
  Manolo: Manuel; Manucho: Manuel; Manuelita: Manuela; Marce: Marcela; Marga: Margarita; Margot: Margarita;
  Mari: María; Mariquita: María; Marucha: María; Maruja: María; Marujita: María; Mati: Matilde; Meche: Mercedes;
  Mechita: Mercedes; Memo: Guillermo; Micho: Misael; Miguelito: Miguel; Miki: Miguel; Mila: Milagros, Luzmila;
  Mili: Milagros; Mincho: Benjamín; Mingo: Domingo; Miri: Miriam; Moncho: Ramón; Moni: Mónica; Nacha: Ignacia;
  Nachito: Ignacio; Nacho: Ignacio; Nanda: Fernanda; Nando: Fernando; Nati: Natividad, Natalia; Neco: Néstor;
  Neli: Nélida; Nena: Magdalena, Elena; Nico: Nicolás; Nina: Saturnina, Marcelina; Nino: Saturnino, Marcelino;
  Normita: Norma; Ñato: Fortunato; Olguita: Olga; Paco: Francisco; Pancha: Francisca; Panchita: Francisca;
  Panchito: Francisco; Pancho: Francisco; Paquita: Francisca; Pascualito: Pascual; Pati: Patricia; Pato: Patricio;
  Pedrito: Pedro; Pedrucho: Pedro; Pepa: Josefa, Josefina; Pepe: José; Pepito: José; Perico: Pedro; Peta: Petronila;
  Petita: Petronila; Pili: Pilar; Pipo: Felipe; Poldo: Leopoldo; Polo: Leopoldo, Hipólito; Poncho: Alfonso;
  Quecho: Ezequiel; Quela: Raquel, Miguelina; Queta: Enriqueta; Quique: Enrique; Rafa: Rafael; Rafo: Rafael;
  Raquelita: Raquel; Raulito: Raúl; Rebe: Rebeca; Richi: Ricardo; Rober: Roberto; Rosi: Rosa; Rosita: Rosa;
  Rufo: Rufino; Santi: Santiago; Santitos: Santos; Sarita: Sara; Silvi: Silvia; Soco: Socorro; Sofi: Sofía;
  Sole: Soledad; Susi: Susana; Tacha: Anastasia; Tacho: Anastasio; Tato: Roberto, Renato; Tavo: Gustavo;
  Teo: Teodoro, Teófilo; Teofa: Teófila; Tere: Teresa; Teresita: Teresa; Tete: Teresa; Ticha: Beatriz; Tico: Alberto;
  Tina: Cristina, Martina, Faustina; Tino: Faustino, Martín; Tita: Margarita; Tito: Alberto, Roberto; Toña: Antonia;
  Toñito: Antonio; Toño: Antonio; Toto: Víctor; Tula: Gertrudis; Vale: Valeria; Vicho: Vicente; Vicky: Victoria;
  Victito: Víctor; Virgi: Virginia; Yoli: Yolanda; Yolita: Yolanda; Zoilita: Zoila
`;

const separator = /\s*[,;]\s*|\s+/;
const isName = (text: string) => /^\p{L}{2,40}$/u.test(text);

const nicknameSchema = z
  .strictObject({
    name: cleanedText(40).refine(isName, { error: 'Escriba una sola palabra, solo con letras.' }),
    standsFor: cleanedText(200).refine((text) => text.split(separator).every(isName), {
      error: 'Escriba los nombres separados por comas, solo con letras.',
    }),
  })
  .refine(({ name, standsFor }) => !standsFor.split(separator).some((formal) => fold(formal) === fold(name)), {
    path: ['standsFor'],
    error: 'Es la misma palabra. Escriba el nombre de pila.',
  });
type NicknameValue = z.infer<typeof nicknameSchema>;

/** Nobody knows since when they are said. */
const always = '1900-01-01';
const source = 'Lista del programa: uso común en el Perú';

export const nicknameTable: RuleTable<NicknameValue> = {
  id: 'nickname',
  title: 'Apelativos y formas familiares',
  about:
    'Cómo llaman a alguien y qué nombre de pila puede ser: «Lucho» puede ser Luis. Las búsquedas y las comparaciones de personas miran las dos formas. Es un indicio débil: nunca une registros. Para que uno deje de contar, cámbielo y ponga su último día en «Vale hasta».',
  value: nicknameSchema,
  kept: z.strictObject({ name: z.string(), standsFor: z.string() }),
  fields: [
    { name: 'name', label: 'Apelativo', kind: 'text', hint: 'Una sola palabra. Ejemplo: Lucho' },
    {
      ...{ name: 'standsFor', label: 'Nombres que puede ser', kind: 'text' },
      hint: 'Uno o más nombres de pila, separados por comas. Ejemplo: Isabel, María',
    },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  shipped: list.split(';').map((line) => {
    const [name = '', standsFor = ''] = line.trim().split(': ');
    const value = { name, standsFor };
    return shippedRow(fold(name), { value, validFrom: always, source, confirmation: 'toConfirm' });
  }),
  oneOf: { field: 'name', of: ({ name }) => fold(name) },
  label: ({ name, standsFor }) => `${name}: ${standsFor}`,
};

/** Those that count on a day, ready for the comparison. */
export function nicknamesOn(rows: readonly DatedRow<NicknameValue>[], on: CivilDate): Nicknames {
  return makeNicknames(
    // One row that a later program no longer takes must not end every search.
    rowsOn(rows, on)
      .filter((row) => isSound(nicknameTable, row))
      .map(({ value }) => ({ name: value.name, standsFor: value.standsFor.split(separator) })),
  );
}

/** Those that come with the program: for what works without a register. */
export const shippedNicknames = nicknamesOn(nicknameTable.shipped, lastDay);

/**
 * What a list says otherwise than that of the program, a word for each nickname: «PINI>AGRIPINA», «LUCHO>» for one that
 * no longer counts. Empty while a centre changed nothing.
 */
export function nicknameChanges({ names }: Nicknames): string[] {
  const said = (of: Nicknames['names'], name: string) => `${name}>${(of.get(name) ?? []).join('+')}`;
  return [...new Set([...names.keys(), ...shippedNicknames.names.keys()])]
    .filter((name) => said(names, name) !== said(shippedNicknames.names, name))
    .map((name) => said(names, name))
    .toSorted();
}
