/** The dates of a term as they are read: from the entry, from the effect, and where a day may not bind the office (D40). */
import { describe, expect, it } from 'vitest';
import { dueLines, startWords, termWords, triggerWords } from '../../../src/renderer/proceedings/words.ts';
import { deadlinesOf } from '../../../src/shared/proceedings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { law, notified, trigger } from '../../unit/proceedings/law.ts';

function linesOf(entry: string, form: 'paper' | 'electronicBox'): string[] {
  const [term] = deadlinesOf(trigger('measuresDecided', '2025-12-29', { notification: notified(entry, form) }), law);
  return term === undefined ? [] : dueLines(term);
}

describe('dueLines', () => {
  it.each<[string, string, 'paper' | 'electronicBox', string[]]>([
    ['one date', '2025-12-15', 'paper', ['18/12/2025 23:59']],
    [
      'a declared day that may not bind the court',
      '2025-12-30',
      'paper',
      ['06/01/2026 23:59', 'Si el órgano no atendió el 02/01/2026, por confirmar: 07/01/2026 23:59'],
    ],
    [
      'both, and a declared day',
      '2025-12-30',
      'electronicBox',
      [
        'Si el día del efecto es el primero: 07/01/2026 23:59',
        'Si el primero es el siguiente: 08/01/2026 23:59',
        'Si el órgano no atendió el 02/01/2026, por confirmar: si el día del efecto es el primero: 08/01/2026 23:59; si el primero es el siguiente: 09/01/2026 23:59',
      ],
    ],
  ])('reads %s', (_what, entry, form, lines) => {
    expect(linesOf(entry, form)).toEqual(lines);
  });

  it('reads nothing of a term without length', () => {
    expect(dueLines({ byEntry: null, byEffect: null, ifOff: null })).toEqual([]);
  });
});

describe('startWords', () => {
  const of = (form: 'paper' | 'electronicBox', period = 1) => {
    const at = { on: '2025-12-12' as CivilDate, time: null };
    const [term] = deadlinesOf(trigger('measuresDecided', at.on, { notification: notified('2025-12-15', form) }), law);
    if (term === undefined) throw new Error('no term');
    return startWords({ trigger: { kind: 'measuresDecided', act: null, at }, due: term, period } as never);
  };

  it('says from when a term runs that does not run from its act', () => {
    expect(of('paper')).toBe('Corre desde el 15/12/2025');
    expect(of('electronicBox')).toBe('Corre desde el 17/12/2025');
    expect(of('paper', 2)).toBeNull();
  });
});

describe('termWords', () => {
  it.each([
    [1, 'businessDays', '1 día hábil'],
    [3, 'businessDays', '3 días hábiles'],
    [1, 'hours', '1 hora'],
    [0, 'hours', 'El mismo día'],
  ] as const)('says %s %s as %s', (amount, unit, words) => {
    expect(termWords({ amount, unit })).toBe(words);
  });
});

describe('triggerWords', () => {
  it('calls an act of the centre by its name', () => {
    expect(triggerWords({ kind: 'other', act: 'Nulidad inventada' })).toBe('Nulidad inventada');
    expect(triggerWords({ kind: 'other', act: null })).toBe('Otro acto');
    expect(triggerWords({ kind: 'caseAdmitted' })).toBe('Ingreso del caso');
  });
});
