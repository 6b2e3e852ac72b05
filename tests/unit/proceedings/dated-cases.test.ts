/** The clock against terms that somebody counted by hand from the sources, without having read its code. */
import { describe, expect, it } from 'vitest';
import {
  deadlinesOf,
  triggerKinds,
  type Ends,
  type Term,
  type TermTrigger,
} from '../../../src/shared/proceedings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import type { CountedDates, DatedCase } from './dated-case.ts';
import { datedCases } from './dated-cases.ts';
import { law, moment, trigger } from './law.ts';

function triggerOf(row: DatedCase): TermTrigger {
  const kind = triggerKinds.find((one) => one === row.trigger);
  if (kind === undefined) throw new Error(`no act ${row.trigger}`);
  const { entry, form = 'paper' } = row;
  return trigger(kind, row.fact, {
    notification: entry === undefined ? null : { form, entry: moment(entry), effect: null },
    riskLevel: row.level ?? null,
    district: row.district ?? null,
    centreDistrict: row.district ?? null,
    distanceDays: row.distanceDays ?? 0,
    fixedOn: (row.fixedOn ?? null) as CivilDate | null,
  });
}

/** `2026-08-18`; the minute only of a term in hours. */
function dateOf(term: Term | null | undefined): string | undefined {
  if (term === null || term === undefined) return undefined;
  return term.due.time === '23:59' ? term.due.on : `${term.due.on} ${term.due.time}`;
}

type Counted = { readonly [Date in keyof CountedDates]: CountedDates[Date] | undefined };

/** Ends of the rule of the row; the effect of a casilla alone is another date. */
function counted(row: DatedCase): Counted | string {
  const found = deadlinesOf(triggerOf(row), law).find(({ rule }) => rule.id === row.rule);
  if (found === undefined) return 'no term';
  const isBox = row.form === 'electronicBox';
  const of = (ends: Ends | null, end: keyof Ends) => dateOf(ends?.[end]);
  const hours = found.rule.value.unit === 'hours';
  const due = of(found, 'byEntry') ?? 'no date';
  return {
    due: hours && due.length === 10 ? `${due} 23:59` : due,
    byEffect: isBox ? of(found, 'byEffect') : undefined,
    ifOff: of(found.ifOff, 'byEntry'),
    ifOffByEffect: isBox ? of(found.ifOff, 'byEffect') : undefined,
  };
}

const datesOf = ({ byProgram, ...row }: DatedCase): Counted => {
  const { due, byEffect, ifOff, ifOffByEffect } = byProgram ?? row;
  return { due, byEffect, ifOff, ifOffByEffect };
};

describe('terms counted by hand', () => {
  it('are at least 150, of every rule of the law', () => {
    expect(datedCases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(datedCases.map(({ id }) => id)).size).toBe(datedCases.length);
    const counts = new Set(datedCases.map(({ rule }) => rule));
    const ofLaw = law.rules.filter(({ value }) => value.consequence !== 'internal' && value.calendar !== 'office');
    expect(ofLaw.map(({ id }) => id).filter((id) => !counts.has(id))).toEqual([]);
  });

  it.each(datedCases.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(counted(row), row.why).toEqual(datesOf(row));
  });
});
