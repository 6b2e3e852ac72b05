/** The door of the directory. */
export { directoryRoutes } from './routes.tsx';
export { AuthorityField } from './authority-field.tsx';
