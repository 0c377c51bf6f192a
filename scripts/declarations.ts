/**
 * Writes the types of the library, dist/library.d.ts: one file with what its exports need and nothing else, so that
 * whoever uses it needs no types of what is bundled.
 */
import {join} from 'node:path';
import {rollup} from 'rollup';
import {dts} from 'rollup-plugin-dts';

const root = join(import.meta.dirname, '..');
const bundle = await rollup({
	input: join(root, 'source/library.ts'),
	external: /^node:/,
	plugins: [dts({tsconfig: join(root, 'tsconfig.json')})],
});
await bundle.write({file: join(root, 'dist/library.d.ts'), format: 'es'});
await bundle.close();
