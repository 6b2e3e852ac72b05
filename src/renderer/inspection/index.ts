/** The door of the pack for an inspector in the window. */
export { InspectionPanel } from './inspection-panel.tsx';
