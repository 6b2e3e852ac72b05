/**
 * What a domain must ask of those above it, whose tables and doors are closed to it. The root file `src/main/above.ts`
 * joins the answers once, when the program is loaded.
 */
export class Above<Answers extends object> {
  #answers: Answers | null = null;

  give(answers: Answers): void {
    this.#answers = answers;
  }

  get ask(): Answers {
    if (this.#answers === null) throw new Error('nobody joined what stands above this domain');
    return this.#answers;
  }
}
