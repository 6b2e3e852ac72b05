/** Addresses of the screens of the directory. */
export const listPath = '/autoridades';
export const newPath = '/autoridades/nueva';
export const entryPath = '/autoridades/$authorityId';
