export const privacyPath = '/ajustes/datos' as const;
