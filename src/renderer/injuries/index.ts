/** The door of the body map in the window. */
export { BodyMapPage } from './body-map-page.tsx';
