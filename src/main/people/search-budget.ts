/** How many searches by name one person may make in an hour (decision D2). */
import { fail } from '../../shared/platform/failures.ts';

const searchesPerHour = 60;
const hour = 3_600_000;
/** Candidates renewed while one person is typed count as one search up to so many times. */
const renewalsPerSearch = 25;

/** A typed line goes on for so long after its last pause; later the same words are another search. */
const typedFor = 120_000;
/** With fewer a line says nobody yet. */
const fewestLetters = 4;

type Spent = { readonly at: number; readonly subject: string | null; renewals: number };
type Typed = { readonly at: number; readonly text: string; readonly spent: Spent };

export class SearchBudget {
  readonly #searches = new Map<string, Spent[]>();
  readonly #typed = new Map<string, Typed>();

  /**
   * `subject` names the person being typed (arrival and role), never what is typed; null for a search of its own.
   *
   * @throws rule-broken / too-many-searches
   */
  spend(staffId: string, now: number, subject: string | null = null): void {
    const recent = this.#recentOf(staffId, now);
    const open = recent.find((one) => one.subject === subject && one.renewals < renewalsPerSearch);
    if (subject !== null && open !== undefined) {
      open.renewals += 1;
      return;
    }
    this.#add(recent, { at: now, subject, renewals: 0 });
  }

  /**
   * One line while it is typed: as long as letters are added or taken away it is one search; other words are another, and
   * so is a line cut down to so few letters that anybody's name could follow.
   *
   * Answers whether it went on. @throws rule-broken / too-many-searches
   */
  spendTyped(staffId: string, now: number, text: string): boolean {
    const before = this.#typed.get(staffId);
    const asked = text.trim().toLowerCase();
    const goesOn =
      before !== undefined &&
      now - before.at < typedFor &&
      before.spent.renewals < renewalsPerSearch &&
      (asked.startsWith(before.text) || (asked.length >= fewestLetters && before.text.startsWith(asked)));
    if (goesOn) before.spent.renewals += 1;
    const begun = { at: now, subject: null, renewals: 0 };
    const spent = goesOn ? before.spent : this.#add(this.#recentOf(staffId, now), begun);
    this.#typed.set(staffId, { at: now, text: asked, spent });
    return goesOn;
  }

  /** How many more may be made in the hour that ends now. */
  left(staffId: string, now: number): number {
    return Math.max(0, searchesPerHour - this.#recentOf(staffId, now).length);
  }

  #recentOf(staffId: string, now: number): Spent[] {
    const recent = (this.#searches.get(staffId) ?? []).filter(({ at }) => now - at < hour);
    this.#searches.set(staffId, recent);
    return recent;
  }

  #add(recent: Spent[], spent: Spent): Spent {
    if (recent.length >= searchesPerHour) throw fail('rule-broken', 'too-many-searches');
    recent.push(spent);
    return spent;
  }
}
