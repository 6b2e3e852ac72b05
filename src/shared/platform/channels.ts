/** The two channels between the page and the Electron host; the procedure's name is data inside a call. */
export const invokeChannel = 'registro:invoke';
export const eventChannel = 'registro:event';
