/** Many invented persons put into the table of a record at once: for figures, never for what a service must do. */
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import type { PersonFacts } from '../../src/shared/people/index.ts';

/** Id of the person at this place of the list. */
export function personId(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

/** Writes them without keys; the edition of the keys is taken away, so that the first search makes them. */
export function insertPersons(db: Database, people: readonly PersonFacts[], from = 0): void {
  const insert = db.prepare(`
    insert into person (id, name_state, given_names, first_surname, second_surname, birth_year, birth_month, birth_day,
      document_kind, document_state, document_number, phone, district_code, address_is_reserved, created_at, version)
    values (?, 'known', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '2026-01-05T15:00:00.000Z', 1)`);
  db.transaction(() => {
    people.forEach(({ givenNames, firstSurname, secondSurname, birth, documents, phones, districtCode }, at) => {
      const names = [givenNames, firstSurname, secondSurname];
      const born = [birth?.year ?? null, birth?.month ?? null, birth?.day ?? null];
      const number = documents[0]?.number ?? null;
      const document = number === null ? [null, 'none', null] : ['dni', 'known', number];
      insert.run(personId(from + at), ...names, ...born, ...document, phones[0] ?? null, districtCode);
    });
    db.prepare('delete from person_key_edition').run();
  })();
}
