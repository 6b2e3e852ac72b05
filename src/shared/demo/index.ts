/** The door of the demonstration: invented people and cases. */
export { inventCase, type CaseParams, type InventedCase } from './case.ts';
export { inventLaterSections } from './later-sections.ts';
export { inventMonth, type MonthParams } from './month.ts';
export { demoStaff, inventPeople, type DemoLogin, type NameLists, type Sex } from './people.ts';
export { makeRandom, type Random } from './random.ts';
