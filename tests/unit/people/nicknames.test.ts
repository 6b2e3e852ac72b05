import { describe, expect, it } from 'vitest';
import {
  keysOf,
  makeNicknames,
  nicknameChanges,
  nicknameKeys,
  nicknamesOn,
  nicknameTable,
  prepare as prepareWith,
  probesOf,
  shippedNicknames,
} from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { factsOf, match, prepare, sentences } from '../../support/linkage.ts';

const day = (text: string) => text as CivilDate;

describe('the table of nicknames', () => {
  it('ships at least 150 rows, each with its source, to be confirmed, none twice', () => {
    const { shipped, mayAdd } = nicknameTable;
    expect(shipped.length).toBeGreaterThanOrEqual(150);
    expect(mayAdd).toBe(true);
    for (const row of shipped) expect(row).toMatchObject({ confirmation: 'toConfirm', validTo: null });
    // Two rows that the comparison reads as one would hide each other in the list.
    expect(new Set(shipped.flatMap(({ value }) => nicknameKeys(value.name))).size).toBe(shipped.length);
    expect(shippedNicknames.names.size).toBe(shipped.length);
  });

  it.each([
    [{ name: 'La Pini', standsFor: 'Agripina' }, 'name'],
    [{ name: 'Pini2', standsFor: 'Agripina' }, 'name'],
    [{ name: 'P', standsFor: 'Agripina' }, 'name'],
    [{ name: 'Pini', standsFor: 'Agripina; 7' }, 'standsFor'],
    [{ name: 'Pini', standsFor: ' ' }, 'standsFor'],
    [{ name: 'Agripína', standsFor: 'Josefa, AGRIPINA' }, 'standsFor'],
  ])('refuses %j', (value, path) => {
    expect(nicknameTable.value.safeParse(value).error?.issues[0]?.path).toEqual([path]);
  });

  it('counts what was added, changed and ended on its day, and says what is otherwise than shipped', () => {
    const own = (id: string, version: number, standsFor: string, validTo: CivilDate | null = null) => ({
      ...{
        id,
        version,
        validTo,
        validFrom: day('2026-02-01'),
        source: 'Acuerdo',
        confirmation: 'toConfirm',
        note: null,
      },
      value: { name: id, standsFor },
    });
    const rows = [
      ...nicknameTable.shipped,
      { ...own('pini', 1, 'Agripina  Josefa'), confirmation: 'toConfirm' as const },
      { ...own('lucho', 2, 'Luis, Lucio'), confirmation: 'toConfirm' as const },
      { ...own('la buena', 1, 'Agripina'), confirmation: 'toConfirm' as const },
      { ...own('charo', 2, 'Rosario', day('2026-02-28')), confirmation: 'toConfirm' as const },
    ];
    expect(nicknameChanges(nicknamesOn(rows, day('2026-01-31')))).toEqual([]);
    expect(nicknameChanges(nicknamesOn(rows, day('2026-02-28')))).toEqual(['LUCHO>LUIS+LUSIU', 'PINI>AGRIPINA+IUSIFA']);
    const later = nicknamesOn(rows, day('2026-03-01'));
    expect(nicknameChanges(later)).toEqual(['CHARO>', 'LUCHO>LUIS+LUSIU', 'PINI>AGRIPINA+IUSIFA']);
    expect(later.formalKeys('CHARO')).toEqual([]);
    expect(later.formalKeys('LUCHO')).toEqual(['LUIS', 'LUSIU']);
  });

  it('takes two rows of one nickname as one, and keeps two lists apart', () => {
    const rows = [
      { name: 'Pini', standsFor: ['Agripina'] },
      { name: 'Piní', standsFor: ['Josefa'] },
    ];
    const [mine, yours] = [makeNicknames(rows), makeNicknames([])];
    const given = (list: typeof mine) => prepareWith(factsOf('Pini|Quispe|'), list).given?.words[0]?.formal;
    expect(given(mine)).toEqual(['AGRIPINA', 'IUSIFA']);
    expect(given(yours)).toEqual([]);
    expect(given(mine)).toEqual(['AGRIPINA', 'IUSIFA']);
  });
});

describe('nicknames', () => {
  it.each([
    ['Lucho', 'Luis'],
    ['Pancho', 'Francisco'],
    ['Charo', 'Rosario'],
    ['Pepe', 'José'],
    ['Chabela', 'Isabel'],
    ['Chavela', 'Isabel'],
    ['Nena', 'Magdalena'],
    ['Betty', 'Beatriz'],
    ['Toño', 'Antonio'],
  ])('%s Quispe and %s Quispe are looked for under one key, and it is weak evidence', (called, formal) => {
    const [one, other] = [factsOf(`${called}|Quispe|Rojas`), factsOf(`${formal}|Quispe|Rojas`)];
    const stored = new Set(keysOf(prepare(one)).map(({ kind, key }) => `${kind} ${key}`));
    const shared = probesOf(prepare(factsOf(`${formal}|Quispe|`))).filter(({ kind, key }) =>
      stored.has(`${kind} ${key}`),
    );
    expect(shared.map(({ kind }) => kind)).toContain('pair');
    const [found, same, none] = [match(one, other), match(other, other), match(one, factsOf('Zenobia|Quispe|Rojas'))];
    expect(sentences(found).join(' ')).toContain('Nombre y forma familiar');
    expect(found.bits).toBeGreaterThan(none.bits);
    expect(found.bits).toBeLessThan(same.bits);
    expect(found.hasOtherGiven).toBe(false);
    expect(found.level).not.toBe('probable');
  });

  it('are no other spelling: «Edu» is not Guido, «Meche» not Michelle', () => {
    expect(sentences(match(factsOf('Edu|Quispe|'), factsOf('Guido|Quispe|'))).join(' ')).not.toContain('familiar');
    expect(sentences(match(factsOf('Michelle|Quispe|'), factsOf('Mercedes|Quispe|'))).join(' ')).not.toContain(
      'familiar',
    );
  });
});
