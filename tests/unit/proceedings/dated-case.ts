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
  byEffect?: string;
  ifOff?: string;
  ifOffByEffect?: string;
  /**
   * Where the program counts otherwise than law facts: the four dates as it has them. A casilla: from the entry, before
   * either reading of the Supreme Court, and from the effect; a declared day that the courts worked: both dates.
   */
  byProgram?: CountedDates;
  why: string;
};

export type CountedDates = Pick<DatedCase, 'due' | 'byEffect' | 'ifOff' | 'ifOffByEffect'>;
