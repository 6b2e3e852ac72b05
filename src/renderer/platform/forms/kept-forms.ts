/** Forms whose values are kept without being sent, by their `control`: a lock takes nothing from them that they do not tell. */
const kept = new WeakSet<object>();

/** From here on what is typed in the form is kept in another way: a draft, or a record stored at the lock. */
export function keepsItself(control: object): void {
  kept.add(control);
}

export const isKeptOtherwise = (control: object): boolean => kept.has(control);

/** Whether a person typed since the form was last sent: what the page proposes is nobody's loss. */
export class TypedSince {
  #isAnything = false;

  note(): void {
    this.#isAnything = true;
  }

  forget(): void {
    this.#isAnything = false;
  }

  isAnything(): boolean {
    return this.#isAnything;
  }
}
