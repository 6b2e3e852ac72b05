/** Pages of the reserve that other domains lead to. */
export const exceptionalPath = '/buscar/acceso-excepcional';
export const reviewsPath = '/accesos-excepcionales';
