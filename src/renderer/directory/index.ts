/** The door of the directory. */
export { DirectoryField, directoryPath, directoryRoutes, offices } from './offices.tsx';
