/** The door of monitoring: what is counted, in which words, and the series by year. */
export * from './contract.ts';
export * from './facts.ts';
export { membersOf, partsOf } from './breakdown.ts';
export { askInRow, indicatorIds, indicatorOf, leftOut, type Guard, type IndicatorId } from './indicators.ts';
export { chosen, monthsOf, tallyOf, twelveMonths, type Member, type Tally } from './members.ts';
export { monitoringPage, tileWords } from './page.ts';
export { figureOfYear, guardOf, membersOfYear, seriesIds, seriesOf, yearsOf, type SeriesId } from './series.ts';
export { monthLong, monthShort, monthWord, plural } from './words.ts';
