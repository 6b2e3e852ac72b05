/** The door of the copy of one person's data in the window. */
export { OwnDataPage } from './own-data-page.tsx';
