export { printPaper, type PrintOptions } from './print-paper.ts';
