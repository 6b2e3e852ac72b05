export { InspectionPanel } from './inspection-panel.tsx';
