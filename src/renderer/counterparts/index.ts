/** The door of the counterparts domain in the window. */
export { CounterpartDay, useCounterpartSide, useIsCounterpart } from './counterpart-day.tsx';
export { CounterpartPosts } from './posts-panel.tsx';
export { counterpartsRoutes } from './routes.tsx';
