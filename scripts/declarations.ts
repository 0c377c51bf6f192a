/**
 * Writes the types of the library, dist/library.d.ts: one file with what its exports need and nothing else, so that
 * whoever uses it needs no types of what is bundled.
 */
import {join} from 'node:path';
import {rolldown} from 'rolldown';
import {dts} from 'rolldown-plugin-dts';

const root = join(import.meta.dirname, '..');
const bundle = await rolldown({
	cwd: root,
	input: {library: 'source/library.ts'},
	external: /^node:/,
	// That reading types takes its time is no fault to tell.
	checks: {bundlerTimings: false},
	plugins: dts({dtsOnly: true, tsconfig: join(root, 'tsconfig.json')}),
});
await bundle.write({dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name].js'});
await bundle.close();
