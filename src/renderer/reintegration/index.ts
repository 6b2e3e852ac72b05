export { ReintegrationPage } from './reintegration-page.tsx';
