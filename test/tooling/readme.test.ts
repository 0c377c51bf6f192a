import {existsSync, globSync, readFileSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commands, home, type CommandEntry} from '../../source/commands/index.ts';
import {rulePage} from '../../scripts/rule-page.ts';
import {rules} from '../../source/core/checks/index.ts';
import {keyTable} from '../../source/keymap/index.ts';
import {makePlace} from '../commands/run-program.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', {cwd: root})];

/** Code in a page: spans, and the lines of shell fences without their comments. */
function codeIn(page: string): readonly string[] {
	const text = readFileSync(join(root, page), 'utf8');
	const fences = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, lines = '']) => lines.split('\n'));
	const spans = [...text.replaceAll(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
	return [...fences.map(line => line.replace(/\s+#.*/, '')), ...spans];
}

/** The words of each call of the program in a page: `npm start -- …` is one too. */
function callsIn(page: string): readonly (readonly string[])[] {
	return codeIn(page).flatMap(line =>
		[...line.matchAll(/(?:^|&& )(?:specwright|npm start --)((?: (?!&&|\|\|)\S+)+)/g)].map(([, words = '']) =>
			words.trim().split(' '),
		),
	);
}

function longFlags({options}: CommandEntry): readonly string[] {
	return [...options.flatMap(({flags}) => flags.match(/--[a-z-]+/g) ?? []), '--help'];
}

describe('the README', () => {
	it('has the keys of the keymap (`npm run readme` writes them)', () => {
		const [, table] = /<!-- keys:begin -->\n\n([^]*?)\n\n<!-- keys:end -->/.exec(readme) ?? [];
		expect(table).toBe(keyTable());
	});

	it('lists every command, and no other', () => {
		const listed = [...readme.matchAll(/^\| `specwright (\w+)/gm)].map(([, name]) => name);
		expect(listed.toSorted()).toEqual(commands.map(({name}) => name).toSorted());
	});

	it('goes from answers to a complete document in the line it shows', () => {
		const words = callsIn('README.md').find(call => call.includes('examples/architecture-spec.yaml'));
		const place = makePlace();
		symlinkSync(join(root, 'examples'), join(place.folder, 'examples'));
		const written = place.run(words ?? []);
		expect(written).toMatchObject({code: 0});
		const checked = place.run(['check', 'returns.md', '--format', 'json']);
		expect(checked).toMatchObject({code: 0});
		expect(checked.out).toMatch(/"percent": ?100\b/);
	});

	it('points at files that are there', () => {
		const missing = pages.flatMap(page => {
			const text = readFileSync(join(root, page), 'utf8').replaceAll(/^```[^]*?^```|`[^`\n]*`/gm, '');
			const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
			return targets.filter(target => !existsSync(join(root, page, '..', target)));
		});
		expect(missing).toEqual([]);
	});
});

describe('the page about the rules', () => {
	it('is what they say of themselves (`npm run readme` writes it)', () => {
		expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(rulePage(rules));
	});
});

describe('what the pages tell people to type', () => {
	it.each(pages)('%s', page => {
		const wrong: string[] = [];
		for (const [first = '', ...rest] of callsIn(page)) {
			const named = commands.find(({name}) => name === first);
			if (!named && /^[a-z]+$/.test(first)) wrong.push(first);
			const below = named?.commands?.find(({name}) => name === rest[0]);
			const known = longFlags(below ?? named ?? home);
			const flags = [first, ...rest].filter(word => word.startsWith('--'));
			wrong.push(...flags.filter(flag => !known.includes(flag.replace(/=.*/, ''))).map(flag => `${first} ${flag}`));
		}

		const anywhere = new Set(
			[home, ...commands, ...commands.flatMap(entry => entry.commands ?? [])].flatMap(longFlags),
		).add('--version');
		const spans = codeIn(page).filter(code => /^--[a-z]/.test(code));
		wrong.push(...spans.filter(code => !anywhere.has(code.replace(/[ =].*/, ''))));
		expect(wrong).toEqual([]);
	});
});
