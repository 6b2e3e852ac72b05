/** A term counted by hand; the dates are those of the law facts. */
export type DatedCase = {
  id: string;
  rule: string;
  trigger: string;
  fact: string;
  entry?: string;
  form?: 'electronicBox' | 'paper' | 'hearing' | 'personal';
  level?: 'mild' | 'moderate' | 'severe';
  district?: string;
  distanceDays?: number;
  fixedOn?: string;
  due: string;
  /** A casilla: `due` with the day of effect as the first (Queja 73-2021), this one from the day after (969-2018). */
  byEffect?: string;
  ifOff?: string;
  ifOffByEffect?: string;
  /** Where the program counts otherwise than law facts, a declared day that the courts worked: both dates. */
  byProgram?: CountedDates;
  why: string;
};

export type CountedDates = Pick<DatedCase, 'due' | 'byEffect' | 'ifOff' | 'ifOffByEffect'>;
