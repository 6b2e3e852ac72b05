import { describe, expect, it } from 'vitest';
import type { CivilDate, Instant } from '../../../src/shared/platform/dates.ts';
import { eventFormSchema } from '../../../src/shared/proceedings/index.ts';
import { dayWords, inOrder, lastVisit, ofEvent, ofNotice, ofRisk } from '../../../src/shared/timeline/index.ts';
import { anEvent } from '../../services/proceedings/a-proceeding.ts';

const day = (text: string) => text as CivilDate;
const instant = (text: string) => text as Instant;

describe('days of the history', () => {
  it.each([
    ['2026-06-10', 'hoy'],
    ['2026-06-09', 'ayer'],
    ['2026-06-08', 'lun 8'],
    ['2026-06-01', 'lun 1'],
    ['2026-05-31', '31/05'],
    ['2025-12-31', '31/12/2025'],
    ['2026-06-12', '12/06'],
  ])('%s is «%s» on 10/06/2026', (on, words) => {
    expect(dayWords(day(on), day('2026-06-10'))).toBe(words);
  });
});

describe('order of the history', () => {
  it('is newest first; what has no hour stands where it was recorded that day', () => {
    const entry = (on: string, time: string | null, recordedAt: string) => ({
      ...{ on: day(on), time, recordedAt: instant(recordedAt) },
    });
    const morning = entry('2026-06-10', '08:00', '2026-06-10T20:00:00.000Z');
    const noon = entry('2026-06-10', null, '2026-06-10T17:00:00.000Z');
    const late = entry('2026-06-09', null, '2026-06-10T22:00:00.000Z');
    const before = entry('2026-06-09', '07:00', '2026-06-09T12:00:00.000Z');
    expect(inOrder([before, late, morning, noon])).toEqual([noon, morning, before, late]);
  });
});

describe('the last visit', () => {
  const now = instant('2026-06-10T14:00:00.000Z');

  it('is none for somebody who was never here, and none while this one lasts', () => {
    expect(lastVisit([], now)).toBe(null);
    expect(lastVisit([instant('2026-06-10T13:50:00.000Z'), instant('2026-06-10T13:25:00.000Z')], now)).toBe(null);
  });

  it('ends with the last reading before a pause of more than half an hour', () => {
    const readings = ['2026-06-10T13:50:00.000Z', '2026-06-08T15:30:00.000Z', '2026-06-08T15:20:00.000Z'].map(instant);
    expect(lastVisit(readings, now)).toBe('2026-06-08T15:30:00.000Z');
  });
});

describe('words of an entry', () => {
  const signed = { id: '1', at: instant('2026-06-01T15:30:00.000Z'), points: 16, by: 'Paula Inventada' };

  it('keep the level of a risk out of the act, and mark a severe one', () => {
    const severe = ofRisk({ ...signed, level: 'severe1' });
    expect(severe).toMatchObject({ on: '2026-06-01', time: '10:30', isGrave: true, rest: 'Severo 1, 16 puntos' });
    expect(severe.act).not.toMatch(/severo/i);
    expect(ofRisk({ ...signed, level: 'moderate' }).isGrave).toBe(false);
  });

  it.each([
    ['la secretaria', 'lo dijo la secretaria'],
    ['Lo anotó la contraparte: Comisaría Inventada', 'Lo anotó la contraparte: Comisaría Inventada'],
  ])('name «%s» as where an act comes from', (source, words) => {
    const event = eventFormSchema.parse(anEvent('complaintFiled', '2026-06-01', { source }));
    const { by } = ofEvent({ id: '1', event, recordedAt: signed.at, by: 'Paula Inventada' });
    expect(by).toBe(`Juzgado de Familia Inventado · 00001-2026 · ${words} · Paula Inventada`);
  });

  it('leave out what only reminds of something that stands in the history', () => {
    const raised = { id: '1', note: null, raisedAt: signed.at, isOpen: true };
    expect(ofNotice({ ...raised, kind: 'handedOver' })).toEqual([]);
    expect(ofNotice({ ...raised, kind: 'levelRising' })).toMatchObject([{ by: 'aviso por atender' }]);
  });
});
