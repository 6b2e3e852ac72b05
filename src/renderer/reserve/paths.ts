export const exceptionalPath = '/buscar/acceso-excepcional';
export const reviewsPath = '/accesos-excepcionales';
