/** As in package.json. Apart, so that it can be told without loading the application. */
export const version = '0.1.0';
