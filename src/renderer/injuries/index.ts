export { BodyMapPage } from './body-map-page.tsx';
