export { CounterpartDay, useCounterpartSide, useIsCounterpart } from './counterpart-day.tsx';
export { CounterpartPosts } from './posts-panel.tsx';
export { counterpartsRoutes } from './routes.tsx';
