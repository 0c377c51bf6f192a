/** Damaged text on the command line: told, shown and repaired where asked, and otherwise left alone. */

import {chmodSync, linkSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {misread} from '../core/encoding/misread.ts';
import {makePlace, type Place} from './run-program.ts';

const sound =
	'# Café\r\n\r\n**Status**: 📝 Draft | ✅ Done\r\n\r\n```\r\n┌──┐\r\n└──┘\r\n```\r\n\r\nIt’s “so” – yes.\r\n';
const damaged = misread(sound, 'windows-1254', 'dropped');
const template = '# Café\n\n## Résumé\n\n- **Owner:** [who’s it]\n- **When:** [date – or so]\n';

const bytes = (place: Place, path: string): string => readFileSync(join(place.folder, path), 'utf8');

describe('fix', () => {
	it('writes the text as it was, shows old and new, and finds nothing the next time', () => {
		const place = makePlace({'a.md': damaged});
		const {code, out, err} = place.run(['fix', 'a.md']);
		expect(code).toBe(0);
		expect(out).toContain('read as Windows-1254');
		expect(out).toMatch(/in 3 of them a byte is lost/);
		expect(out).toContain('- # CafÃ©');
		expect(out).toContain('+ # Café');
		expect(out).toContain('+ **Status**: 📝 Draft | ✅ Done');
		expect(err).toContain('wrote a.md');
		expect(bytes(place, 'a.md')).toBe(sound);

		const again = place.run(['fix', 'a.md', '--only', 'encoding']);
		expect(again.code).toBe(0);
		expect(again.out).toBe('');
		expect(again.err).toContain('nothing to fix');
	});

	it('only tells with --check: exit 1 and the file as it was; 0 where there is nothing', () => {
		const place = makePlace({'a.md': damaged, 'b.md': sound});
		const before = statSync(join(place.folder, 'a.md')).mtimeMs;
		const {code, out} = place.run(['fix', 'a.md', '--check', '--only', 'encoding']);
		expect(code).toBe(1);
		expect(out).toContain('+ # Café');
		expect(bytes(place, 'a.md')).toBe(damaged);
		expect(statSync(join(place.folder, 'a.md')).mtimeMs).toBe(before);
		expect(place.run(['fix', 'b.md', '--check']).code).toBe(0);
	});

	it('shows a few lines and says how many more there are', () => {
		const place = makePlace({'a.md': 'Donâ€™t.\n\n'.repeat(50)});
		const {out} = place.run(['fix', 'a.md', '--check']);
		expect(out.split('\n').length).toBeLessThan(30);
		expect(out).toContain('and 42 more lines');
	});

	it('shows nothing that a terminal would act on', () => {
		const place = makePlace({'a.md': '\u001B[2J\u001B]0;x\u0007 donâ€™t \u009B31m\n'});
		const {out} = place.run(['fix', 'a.md', '--check'], {env: {NO_COLOR: '1'}});
		expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
	});

	it.each([['gates'], ['encodign'], [''], ['encoding,idz']])('refuses --only %j and names what there is', names => {
		const place = makePlace({'a.md': damaged});
		const {code, out, err} = place.run(['fix', 'a.md', '--only', names]);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toContain('encoding');
		expect(bytes(place, 'a.md')).toBe(damaged);
	});

	it.skipIf(process.getuid?.() === 0)('leaves a read-only file and says so', () => {
		const place = makePlace({'a.md': damaged});
		chmodSync(join(place.folder, 'a.md'), 0o444);
		expect(place.run(['fix', 'a.md']).code).toBe(3);
		expect(bytes(place, 'a.md')).toBe(damaged);
	});

	it('leaves a file with other names, and one that is none', () => {
		const place = makePlace({'a.md': damaged});
		linkSync(join(place.folder, 'a.md'), join(place.folder, 'b.md'));
		expect(place.run(['fix', 'a.md']).code).toBe(6);
		expect(bytes(place, 'b.md')).toBe(damaged);
		expect(place.run(['fix', '.']).code).toBe(3);
		expect(place.run(['fix', 'none.md']).code).toBe(3);
	});

	it.each([
		['UTF-16', Buffer.from('# Title – x\n', 'utf16le'), 'offset 1'],
		['UTF-16 with a byte order mark', Buffer.from('\uFEFF# Title\n', 'utf16le'), 'offset 0'],
		['Latin-1', Buffer.from('# Caf\xE9\n', 'latin1'), 'offset 5'],
		['Windows-1252', Buffer.from('It\x92s\n', 'latin1'), 'offset 2'],
		['a picture', Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'), 'offset'],
	])('refuses a file in %s with exit 2 and the place, as every command does', (_what, content, where) => {
		const place = makePlace();
		place.writeBytes('a.md', content);
		for (const args of [
			['fix', 'a.md'],
			['check', 'a.md'],
			['open', 'a.md', '--yes'],
			['inspect', './a.md'],
		]) {
			const {code, err} = place.run(args);
			expect(code).toBe(2);
			expect(err).toContain(where);
		}
	});
});

describe('check', () => {
	it('warns once of damaged text, with how much and where, and what repairs it', () => {
		const place = makePlace({'a.md': damaged});
		const {files} = JSON.parse(place.run(['check', 'a.md', '--format', 'json']).out) as {
			files: {messages: {ruleId: string; severity: string; line: number; help: string; reason: string}[]}[];
		};
		const found = files[0]!.messages.filter(({ruleId}) => ruleId === 'encoding');
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({severity: 'warn', line: 1});
		expect(found[0]!.help).toContain('specwright fix --only encoding');
	});
});

describe('without a terminal', () => {
	it('new writes from the template as it is and says what repairs it', () => {
		const place = makePlace({'t.md': misread(template, 'windows-1252')});
		const {code, out, err} = place.run(['new', './t.md', '--yes', '--print']);
		expect(code).toBe(1);
		expect(out).toContain('CafÃ©');
		expect(err.split('\n').filter(line => line.includes('specwright fix --only encoding'))).toHaveLength(1);
	});

	it('open prints the file byte for byte and says what repairs it', () => {
		const place = makePlace({'a.md': damaged});
		const {code, out, err} = place.run(['open', 'a.md', '--yes', '--print']);
		expect(code).toBe(0);
		expect(out).toBe(damaged);
		expect(err).toContain('specwright fix --only encoding a.md');
	});

	it('inspect repairs nothing', () => {
		const place = makePlace({'t.md': misread(template, 'windows-1252')});
		expect(place.run(['inspect', './t.md', '--json']).out).toContain('CafÃ©');
	});
});
