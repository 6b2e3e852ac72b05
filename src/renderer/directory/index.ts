/** The door of the directory. */
export { directoryRoutes } from './routes.tsx';
/** @public Any form that names a receiver. */
export { AuthorityField } from './authority-field.tsx';
