export { OwnDataPage } from './own-data-page.tsx';
