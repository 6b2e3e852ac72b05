/** The door of insertion and reintegration: its page of a case. */
export { ReintegrationPage } from './reintegration-page.tsx';
