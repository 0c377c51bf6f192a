/**
 * What is true of every test file: `npm test` tries the same cases each time, so that what fails comes of a change;
 * `npm run test:deep` tries others each time, and more of them. SPECWRIGHT_SEED, as a failure tells it, tries the same
 * ones again.
 */

import fc from 'fast-check';

const seed = process.env['SPECWRIGHT_SEED'];
if (seed !== undefined) fc.configureGlobal({seed: Number(seed)});
else if (process.env['SPECWRIGHT_RUNS'] === undefined) fc.configureGlobal({seed: 20_260_101});
