import { describe, expect, it } from 'vitest';
import {
  groupsOf,
  markedRow,
  markOf,
  noMark,
  shownRows,
  waitingWords,
} from '../../../src/renderer/reception/board/rows.ts';
import type { ArrivalLine, Board } from '../../../src/shared/reception/index.ts';

const at = (time: string) => `2026-06-10T${time}:00.000Z` as ArrivalLine['arrivedAt'];

function line(label: string, more: Partial<ArrivalLine> = {}): ArrivalLine {
  return {
    ...{ arrivalId: `id-${label}` as ArrivalLine['arrivalId'], version: 1, label, number: 1, channel: 'inPerson' },
    ...{ purpose: null, name: null, mayRead: true, companion: null, children: null, childrenWith: null },
    ...{ language: null, needsInterpreter: null, signs: [], isUrgent: false, arrivedAt: at('13:00'), service: null },
    ...{ staffName: null, state: 'waiting', sinceAt: at('13:00'), calledAt: null, attendedAt: null },
    ...{ hasCase: false, openFicha: null, mustCall: false },
    ...more,
  };
}

function board(more: Partial<Board> = {}): Board {
  return {
    ...{ now: at('14:00'), today: '2026-06-10' as Board['today'], arrivals: [], visits: [], staff: [] },
    ...{ ended: [], earlier: [], unregistered: [] },
    ...more,
  };
}

const attended = line('A-05', {
  ...{ state: 'attended', service: 'psychology', staffName: 'Paula Inventada', attendedAt: at('13:45') },
});
const full = board({
  arrivals: [line('A-10', { isUrgent: true }), line('A-02'), line('L-04', { state: 'called' }), attended],
  earlier: [line('A-01')],
});

describe('groups of the board', () => {
  it('puts first who passes first, then by arrival, and folds whoever is with a professional to a line', () => {
    const groups = groupsOf(full, new Set());
    expect(groups.map(({ id, rows, folded }) => [id, rows.length, folded])).toEqual([
      ['first', 1, null],
      ['waiting', 2, null],
      ['attended', 1, 'A-05 Psicología · Paula I., desde 08:45'],
    ]);
    expect(shownRows(groups).map(({ id }) => id)).toEqual(['id-A-10', 'id-A-02', 'id-L-04']);
  });

  it('shows what was folded, and what earlier days left, when it is asked for', () => {
    const shown = shownRows(groupsOf(full, new Set(['attended', 'earlier'])));
    expect(shown.map(({ id }) => id)).toEqual(['id-A-10', 'id-A-02', 'id-L-04', 'id-A-05', 'id-A-01']);
  });

  it('marks what stands now where the one that is gone stood, and nothing of another group', () => {
    const groups = groupsOf(full, new Set());
    const last = markOf(groups, 'id-L-04');
    expect(last).toEqual({ id: 'id-L-04', group: 'waiting', at: 1 });
    expect(markedRow(groups, last)?.id).toBe('id-L-04');
    expect(markedRow(groups, { ...last, id: 'id-gone' })?.id).toBe('id-L-04');
    expect(markedRow(groups, { id: 'id-gone', group: 'waiting', at: 0 })?.id).toBe('id-A-02');
    expect(markedRow(groups, { id: 'id-gone', group: 'waiting', at: 7 })?.id).toBe('id-L-04');
    const alone = groups.filter(({ id }) => id !== 'waiting');
    expect(markedRow(alone, last)).toBeUndefined();
    expect(markedRow(groups, noMark)?.id).toBe('id-A-10');
    expect(markedRow([], noMark)).toBeUndefined();
  });

  it('says how many wait and how long the longest has waited', () => {
    expect(waitingWords(full, full.now)).toBe('3 en espera · la más larga, 1 h 00 min');
    expect(waitingWords(board({ arrivals: [attended] }), full.now)).toBe('nadie espera');
  });
});
