/** Which fact every typed value says, so that a journey can tell that none was typed twice (UX rules §1, principle 3: goal 0). */

/** A field as it stands on the page: its label, and the panel around it. */
export type TypedField = { readonly label: string; readonly panel: string };

const isHis = /agresora/;

type Meaning = { readonly label: RegExp; readonly fact: (panel: string) => string; readonly byWord?: true };

/** Fields that ask for one fact under several labels; any other field is a fact of its own. */
const meanings: readonly Meaning[] = [
  {
    label:
      /^(Llega|Busque primero a la persona|Busque a la presunta|Nombre, como lo dice|Nombres|Apellido (paterno|materno))/,
    fact: (panel) => (isHis.test(panel) ? 'his name' : 'her name'),
    byWord: true,
  },
  { label: /(Fecha de nacimiento|Edad)$/, fact: (panel) => (isHis.test(panel) ? 'his age' : 'her age') },
  { label: /^Relato de la persona usuaria|contó lo que le pasó/i, fact: () => 'that she told her story' },
  { label: /^(Profesional que firma|Profesión)$/, fact: () => 'who signs' },
  { label: /^(Número de documento|Teléfono)$/, fact: (panel) => `${isHis.test(panel) ? 'his' : 'her'} number` },
];

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function labelOf(text: string): string {
  return text
    .replace(/( por confirmar)?$/, '')
    .replace(/^[A-F]\.\d+\s*/, '')
    .trim();
}

export class TypedFacts {
  readonly #typed = new Set<string>();
  readonly #twice: string[] = [];

  /** What the program knows without anybody typing it: typing it is the second time. */
  know(fact: 'who signs'): void {
    this.#typed.add(fact);
  }

  note({ label, panel }: TypedField, value: string): void {
    const meaning = meanings.find((one) => one.label.test(labelOf(label)));
    // A search for him says so in its own label, whatever panel it stands in.
    const fact = meaning?.fact(`${panel} ${label}`);
    if (fact === undefined) this.#add(`${panel} > ${labelOf(label)}: ${plain(value)}`);
    else if (meaning?.byWord === true)
      for (const word of plain(value)
        .split(/\s+/)
        .filter((one) => one !== ''))
        this.#add(`${fact}: ${word}`);
    else this.#add(fact);
  }

  #add(fact: string): void {
    if (this.#typed.has(fact)) this.#twice.push(fact);
    this.#typed.add(fact);
  }

  get count(): number {
    return this.#typed.size;
  }

  get twice(): readonly string[] {
    return this.#twice;
  }
}
