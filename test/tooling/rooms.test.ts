import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {removeAfterwards} from '../commands/run-program.ts';

const root = join(import.meta.dirname, '../..');

/** What the import table says about a source tree made of these files. */
function rooms(files: Readonly<Record<string, string>>): {readonly code: number | null; readonly said: string} {
	const folder = mkdtempSync(join(tmpdir(), 'specwright-rooms-'));
	removeAfterwards(folder);
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
	for (const [path, text] of Object.entries(files)) {
		const whole = join(folder, 'source', path);
		mkdirSync(dirname(whole), {recursive: true});
		writeFileSync(whole, text);
	}
	const {status, stderr} = spawnSync(process.execPath, [join(root, 'scripts/rooms.ts'), folder], {encoding: 'utf8'});
	return {code: status, said: stderr};
}

const sound = {
	'core/problem.ts': 'export const problem = 1;',
	'core/text/index.ts': "import stringWidth from 'string-width'; export const width = stringWidth;",
	'core/form/index.ts':
		"import {width} from '../text/index.ts'; import {parse} from './yaml.ts'; export const form = [width, parse];",
	'core/form/yaml.ts': "import {parse} from 'yaml'; export {parse};",
	'adapters/file-system/index.ts': "import {readFileSync} from 'node:fs'; export const read = readFileSync;",
	'adapters/files/index.ts':
		"import {read} from '../file-system/index.ts'; import {execa} from 'execa'; export const files = [read, execa];",
	'adapters/git/index.ts': "import {problem} from '../../core/problem.ts'; export const git = problem;",
	'theme/index.ts': 'export const theme = 1;',
	'preview/index.ts':
		"import {theme} from '../theme/index.ts'; import {marked} from 'marked'; export const preview = [theme, marked];",
	'ui/index.tsx':
		"import {Text} from 'ink'; import {form} from '../core/form/index.ts'; export const App = () => <Text>{String(form)}</Text>;",
	'commands/main.ts':
		"import {files} from '../adapters/files/index.ts'; import {git} from '../adapters/git/index.ts'; import {preview} from '../preview/index.ts'; export const main = async () => [files, git, preview, await import('../ui/index.tsx')];",
};

describe('the import table', () => {
	it('takes a sound tree', () => {
		expect(rooms(sound)).toMatchObject({code: 0, said: expect.stringContaining('0 against the table') as string});
	});

	it('finds every way of breaking it', () => {
		const {code, said} = rooms({
			...sound,
			'core/text/file.ts': "import {readFileSync} from 'node:fs'; export const a = readFileSync;",
			'core/text/forward.ts': "import {form} from '../form/index.ts'; export const a = form;",
			'core/form/second-yaml.ts': "import {parse} from 'yaml'; export const a = parse;",
			'core/form/react.ts': "import {useState} from 'react'; export const a = useState;",
			'core/form/back-door.ts': "import {a} from '../text/file.ts'; export const b = a;",
			'adapters/git/neighbour.ts': "import {files} from '../files/index.ts'; export const a = files;",
			'adapters/git/paint.ts': "import {render} from 'ink'; export const a = render;",
			'adapters/git/notes.ts': "import {parse} from 'yaml'; export const a = parse;",
			'keymap/code.ts': "import {form} from '../core/form/index.ts'; export const a = form;",
			'cli.ts': "import {main} from './commands/main.ts'; void main();",
			'ui/disk.ts': "import {readFileSync} from 'node:fs'; export const a = readFileSync;",
			'ui/adapter.ts': "import {files} from '../adapters/files/index.ts'; export const a = files;",
			'preview/screen.ts': "import {App} from '../ui/index.tsx'; export const a = App;",
			'commands/eager.ts': "import {App} from '../ui/index.tsx'; export const a = App;",
			'commands/one.ts': "import {two} from './two.ts'; export const one = (): unknown => two;",
			'commands/two.ts': "import {one} from './one.ts'; export const two = (): unknown => one;",
			'commands/alone.ts': 'export const a = 1;',
			'commands/nowhere.ts': "import {a} from './no-such.ts'; export const b = a;",
		});
		expect(code).toBe(1);
		const found = said.split('\n').map(line => line.replace(/ → .*/, ''));
		expect(found).toEqual(
			expect.arrayContaining([
				'core-packages: source/core/text/file.ts',
				'core-text-looks-back-only: source/core/text/forward.ts',
				'core-yaml-behind-one-file: source/core/form/second-yaml.ts',
				'core-packages: source/core/form/react.ts',
				'doors: source/core/form/back-door.ts',
				'adapters-apart: source/adapters/git/neighbour.ts',
				'adapters-packages: source/adapters/git/paint.ts',
				'adapters-packages: source/adapters/git/notes.ts',
				'keymap-takes-types: source/keymap/code.ts',
				'bin-is-light: source/cli.ts',
				'ui-packages: source/ui/disk.ts',
				'ui-rooms: source/ui/adapter.ts',
				'preview-rooms: source/preview/screen.ts',
				'heavy-rooms-on-demand: source/commands/eager.ts',
				'no-cycles: source/commands/one.ts',
				'no-orphans: source/commands/alone.ts',
				'resolvable: source/commands/nowhere.ts',
			]),
		);
	});

	it('fails where nothing was looked at', () => {
		expect(rooms({'cli.js': ''}).code).toBe(1);
	});
});
