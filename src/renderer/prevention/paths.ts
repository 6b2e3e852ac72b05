export const preventionPath = '/prevencion';
