/** How many searches by name one person may make in an hour (decision D2). */
import { fail } from '../../shared/platform/failures.ts';

const searchesPerHour = 60;
const hour = 3_600_000;
/** Candidates renewed while one person is typed count as one search up to so many times. */
const renewalsPerSearch = 25;

type Spent = { readonly at: number; readonly subject: string | null; renewals: number };

export class SearchBudget {
  readonly #searches = new Map<string, Spent[]>();

  /**
   * `subject` names the person being typed (arrival and role), never what is typed; null for a search of its own.
   *
   * @throws rule-broken / too-many-searches
   */
  spend(staffId: string, now: number, subject: string | null = null): void {
    const recent = (this.#searches.get(staffId) ?? []).filter(({ at }) => now - at < hour);
    this.#searches.set(staffId, recent);
    const open = recent.find((one) => one.subject === subject && one.renewals < renewalsPerSearch);
    if (subject !== null && open !== undefined) {
      open.renewals += 1;
      return;
    }
    if (recent.length >= searchesPerHour) throw fail('rule-broken', 'too-many-searches');
    recent.push({ at: now, subject, renewals: 0 });
  }
}
