/** Screens of a test are drawn over a real centre: on a busy machine its answers take longer than the second given to them. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 50_000 });
