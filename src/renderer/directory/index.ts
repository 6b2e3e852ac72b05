/** The door of the directory. */
export { DirectoryField, directoryPath, directoryRoutes, offices, useOffices } from './offices.tsx';
