export { DirectoryControl, DirectoryField, directoryPath, directoryRoutes, offices } from './offices.tsx';
