/** The door of the demonstration: invented people and cases. */
export { inventCase, type InventedCase } from './case.ts';
export { inventLaterSections, type LaterSections } from './later-sections.ts';
export { inventMonth } from './month.ts';
export { demoStaff, inventPeople, type DemoLogin, type NameLists } from './people.ts';
export { makeRandom } from './random.ts';
