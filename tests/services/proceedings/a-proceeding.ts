/** Events and hearings with only what a test speaks of. Invented offices. */
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';

export type EventGiven = InputGivenOf<Contract['recordEvent']>['event'];
export type HearingGiven = InputGivenOf<Contract['saveHearing']>['hearing'];
type MeasureGiven = EventGiven['measures'][number];

/** `2026-06-10 08:30`, or the day alone. */
export function at(text: string): EventGiven['at'] {
  const [on = '', time] = text.split(' ');
  return { on, time: time ?? null };
}

export function anEvent(kind: EventGiven['kind'], when: string, rest: Partial<EventGiven> = {}): EventGiven {
  return {
    kind,
    act: null,
    at: at(when),
    authorityId: null,
    office: 'Juzgado de Familia Inventado',
    district: '150132',
    fileNumber: '00001-2026',
    document: null,
    source: null,
    notification: null,
    measures: [],
    ...{ fixedOn: null, favours: null, instance: null },
    words: null,
    note: null,
    ...rest,
  };
}

export function measure(kind: MeasureGiven['kind'], outcome: MeasureGiven['outcome'] = null): MeasureGiven {
  return { kind, outcome, detail: null };
}

export function aHearing(on: string, time: string, rest: Partial<HearingGiven> = {}): HearingGiven {
  return {
    kind: 'protectionMeasures',
    on,
    time,
    mode: 'room',
    authorityId: null,
    office: 'Juzgado de Familia Inventado',
    district: '150132',
    room: 'Sala 3, segundo piso',
    link: null,
    bring: 'DNI y una copia de cada papel',
    attendsId: null,
    substituteId: null,
    userAttends: true,
    note: null,
    ...rest,
  };
}
