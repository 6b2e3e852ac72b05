/** The door of the directory. */
export { DirectoryControl, DirectoryField, directoryPath, directoryRoutes, offices } from './offices.tsx';
