/**
 * Which passwords are acceptable (security design §2.6): length and not guessable; no composition rules, no expiry.
 *
 * The list of 10,000 common values is still missing. Until it is there, a rule stands in: whatever consists of
 * common parts, runs, repeats or names of the centre only is refused, which covers far more long values than a list.
 */

/** Parts that guessers try first: common passwords, Spanish and Peruvian favourites, product and service words. */
const commonPasswordParts: readonly string[] = (
  'password passwort contrasena contrasenia clave claves secreto secreta secret acceso entrar usuario user admin ' +
  'administrador administrator root system sistema servidor server windows office microsoft google gmail hotmail ' +
  'facebook instagram whatsapp youtube internet computadora laptop login welcome bienvenido bienvenida hola hello ' +
  'holamundo iloveyou teamo teamomucho teamoamor amor amorcito amormio amoreterno miamor corazon corazoncito vida mivida ' +
  'cielo princesa princess reina hermosa bonita linda preciosa bebe baby angel angelito angeles estrella estrellita ' +
  'mariposa flores florcita rosa rosita girasol arcoiris chocolate caramelo galleta sunshine dragon monkey master shadow ' +
  'superman batman spiderman pokemon naruto starwars football futbol futbolista soccer alianza alianzalima universitario ' +
  'cristal sportingcristal barcelona realmadrid messi ronaldo mundial campeon seleccion peru peruano peruana ' +
  'vivaelperu arribaperu lima arequipa cusco cuzco trujillo piura chiclayo iquitos huancayo tacna puno callao ayacucho ' +
  'cajamarca huanuco ica tumbes ucayali moquegua apurimac pasco loreto amazonas machupicchu inca incakola ceviche ' +
  'dios diosesamor diosmio jesus jesucristo cristo maria virgen virgencita santarosa senor senordelosmilagros biblia ' +
  'gracias bendicion familia mifamilia mama mamita papa papito hijo hija hijos hijas hermano hermana abuela abuelo amiga ' +
  'amigo amigos carlos jose juan luis jorge miguel manuel pedro pablo diego daniel david andres antonio alejandro ' +
  'francisco fernando roberto ricardo eduardo ana rosa carmen luz julia patricia sandra gabriela valentina camila ' +
  'sofia lucia daniela andrea alejandra fernanda monica veronica elizabeth milagros fiorella michael jennifer jessica ' +
  'ashley charlie jordan thomas andrew matrix killer hunter letmein trustno changeme cambiame cambiar temporal prueba ' +
  'test testing ejemplo demo nuevo nueva default qwerty qwertyuiop asdfgh asdf zxcvbn abc abcd abcdef iniciar inicio ' +
  'enero febrero marzo abril mayo junio julio agosto setiembre septiembre octubre noviembre diciembre lunes martes ' +
  'miercoles jueves viernes sabado domingo primavera verano otono invierno rojo azul verde blanco negro amarillo ' +
  'correcthorsebatterystaple correct horse battery staple registro registrocem centro emergencia centroemergencia mujer ' +
  'mujeres centroemergenciamujer cem mimp aurora programa programaaurora nacional ministerio ministeriodelamujer warmi ' +
  'warminan poblaciones vulnerables policia comisaria comisariadefamilia fiscalia juzgado judicial poderjudicial ' +
  'psicologia psicologa psicologo abogada abogado legal social trabajo trabajadora coordinacion coordinador ' +
  'coordinadora admision promocion oficina institucion casa miperro mascota perrito gatito escuela colegio universidad ' +
  'usted esta este con para los las del por que una uno mis tus soy eres siempre nunca mucho todo'
).split(' ');

export const shortestPassword = 15;
export const longestPassword = 1000;

/** es-PE, shown at the field. */
export const passwordProblemWords = {
  'too-short': 'Escriba al menos 15 caracteres. Puede usar la frase que propone el programa.',
  'too-long': 'Máximo 1000 caracteres.',
  repeated: 'Se repite demasiado. Use palabras distintas.',
  common: 'Es fácil de adivinar. Use la frase que propone el programa u otras palabras.',
  'names-the-centre': 'No use el nombre del centro, del distrito ni de los usuarios.',
} as const;
export type PasswordProblem = keyof typeof passwordProblemWords;

const similar: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Lower case, no accents, letters and digits only. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$!]/gu, '');
}

function withoutLookalikes(text: string): string {
  return Array.from(text)
    .map((character) => similar[character] ?? character)
    .join('');
}

/** True for one block written again and again: `abcabcabcabcabc`. */
function isRepeated(text: string): boolean {
  return text.length > 1 && (text + text).indexOf(text, 1) < text.length * 0.67;
}

const rows = ['abcdefghijklmnñopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjklñ', 'zxcvbnm'];
const runs = [...rows, ...rows.map((row) => Array.from(row).reverse().join(''))];

/** The text without runs of four and more neighbours of alphabet, digits or keyboard. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    let length = 1;
    while (at + length < text.length && runs.some((row) => row.includes(text.slice(at, at + length + 1)))) length += 1;
    if (length >= 4) at += length;
    else {
      left += text.charAt(at);
      at += 1;
    }
  }
  return left;
}

function without(text: string, parts: readonly string[]): { rest: string; found: Set<string> } {
  const found = new Set<string>();
  let rest = text;
  for (const part of [...parts].sort((a, b) => b.length - a.length)) {
    if (part.length < 3 || !rest.includes(part)) continue;
    found.add(part);
    rest = rest.replaceAll(part, ' ');
  }
  return { rest, found };
}

const fewestFreeLetters = 6;
/** So many different common words in a row are a phrase of their own. */
const enoughWords = 5;

function freeLetters(rest: string): number {
  return new Set(rest.replace(/[\s\d]/g, '')).size;
}

/**
 * What is wrong with a password; null when it is acceptable. Characters are counted after NFKC, nothing is trimmed.
 *
 * `names` are the centre, its district, the staff logins: guessed first by whoever knows the place.
 */
export function passwordProblem(password: string, names: readonly string[] = []): PasswordProblem | null {
  const length = Array.from(password.normalize('NFKC')).length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const exact = plain(password);
  if (new Set(exact).size < 6 || isRepeated(exact)) return 'repeated';
  const text = withoutLookalikes(withoutRuns(exact));
  const common = without(text, commonPasswordParts);
  if (freeLetters(common.rest) < fewestFreeLetters && common.found.size < enoughWords) return 'common';
  const local = names.flatMap((name) => [plain(name), ...name.split(/\s+/).map(plain)]).map(withoutLookalikes);
  const named = without(common.rest, local);
  const guessable = freeLetters(named.rest) < fewestFreeLetters && common.found.size < enoughWords;
  return named.found.size > 0 && guessable ? 'names-the-centre' : null;
}
