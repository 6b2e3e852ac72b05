/** The calls of the day: by keyboard from the list, each line only with what is safe at this hour. */
import { expect, pressOn, show, signIn, test } from './centre.ts';
import { keysOf } from './effort.ts';

test.use({ mode: 'calls' });
