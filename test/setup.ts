/**
 * What is true of every test file: `npm test` tries the same cases each time, so that what fails comes of a change;
 * `npm run test:deep` tries others each time, and more of them.
 */

import fc from 'fast-check';

if (process.env['SPECWRIGHT_RUNS'] === undefined) fc.configureGlobal({seed: 20_260_101});
