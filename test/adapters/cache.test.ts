/** The cache of what was computed before: found again, bounded, private, and never in the way. */

import {
	chmodSync,
	existsSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	mkdirSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {cache} from '../../source/adapters/cache/index.ts';
import {failing} from './faults/failing.ts';
import {temporaryFolder} from './temporary.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined): string | undefined =>
	content === undefined ? undefined : new TextDecoder().decode(content);

function place(): {readonly environment: {readonly XDG_CACHE_HOME: string}; readonly folder: string} {
	const home = temporaryFolder();
	return {environment: {XDG_CACHE_HOME: home}, folder: join(home, 'specwright')};
}

describe('the cache', () => {
	it('gives what was kept, also to another run, and nothing for another key', () => {
		const {environment} = place();
		cache({environment}).set('a form', bytes('its bytes'));
		const other = cache({environment});
		expect(text(other.get('a form'))).toBe('its bytes');
		expect(other.get('a for')).toBeUndefined();
		other.set('a form', bytes('others'));
		expect(text(cache({environment}).get('a form'))).toBe('others');
	});

	it('looks among what came with the program where nothing was kept, and writes nothing there', () => {
		const shipped = place();
		cache(shipped).set('a form', bytes('as it was built'));
		const {environment} = place();
		const both = cache({environment, shipped: shipped.folder});
		expect(text(both.get('a form'))).toBe('as it was built');
		expect(text(cache({environment: {}, shipped: shipped.folder}).get('a form'))).toBe('as it was built');
		both.set('a form', bytes('read since'));
		expect(text(both.get('a form'))).toBe('read since');
		expect(text(cache(shipped).get('a form'))).toBe('as it was built');
		const [entry = ''] = readdirSync(shipped.folder);
		writeFileSync(join(shipped.folder, entry), 'damaged');
		expect(cache({environment: {}, shipped: shipped.folder}).get('a form')).toBeUndefined();
	});

	it('is for the user alone', () => {
		const {environment, folder} = place();
		cache({environment}).set('key', bytes('words of a document'));
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
	});

	it('trusts no folder that others may write to, and none by a link', () => {
		const {environment, folder} = place();
		cache({environment}).set('key', bytes('content'));
		chmodSync(folder, 0o777);
		expect(cache({environment}).get('key')).toBeUndefined();
		cache({environment}).set('more', bytes('content'));
		expect(readdirSync(folder)).toHaveLength(1);

		const linked = place();
		mkdirSync(join(linked.environment.XDG_CACHE_HOME, 'elsewhere'), {mode: 0o700});
		symlinkSync(join(linked.environment.XDG_CACHE_HOME, 'elsewhere'), linked.folder);
		cache(linked).set('key', bytes('content'));
		expect(readdirSync(linked.folder)).toEqual([]);
	});

	it('gives nothing where a bit of an entry was turned or its end is missing', () => {
		const {environment, folder} = place();
		cache({environment}).set('key', bytes('content'));
		const file = join(folder, readdirSync(folder)[0]!);
		const whole = readFileSync(file);
		for (let at = 0; at < whole.length; at++) {
			const turned = Buffer.from(whole);
			turned[at]! ^= 1;
			writeFileSync(file, turned);
			expect(cache({environment}).get('key')).toBeUndefined();
			writeFileSync(file, whole.subarray(0, at));
			expect(cache({environment}).get('key')).toBeUndefined();
		}
	});

	it('keeps the newest when it has too much', () => {
		const {environment, folder} = place();
		const limits = {entry: 1000, all: 100_000, files: 10};
		const filled = cache({environment, limits});
		for (let at = 0; at < 12; at++) {
			const before = new Set(existsSync(folder) ? readdirSync(folder) : []);
			filled.set(`key ${at}`, bytes(`content ${at}`));
			const [added] = readdirSync(folder).filter(name => !before.has(name));
			utimesSync(join(folder, added!), at, at);
		}

		cache({environment, limits}).set('one more', bytes('content'));
		const left = cache({environment, limits});
		expect(readdirSync(folder).length).toBeLessThanOrEqual(6);
		expect(text(left.get('key 11'))).toBe('content 11');
		expect(left.get('key 0')).toBeUndefined();
		left.set('large', new Uint8Array(1001));
		expect(left.get('large')).toBeUndefined();
	});

	it('does nothing where the environment names no place', () => {
		const none = cache({environment: {}});
		none.set('key', bytes('content'));
		expect(none.get('key')).toBeUndefined();
	});

	it('never says that a call to the system failed, and gives what was kept or nothing', () => {
		for (let nth = 1; nth < 40; nth++) {
			const {environment, folder} = place();
			const {fileSystem} = failing({call: 'any', at: nth, code: 'EIO'});
			const broken = cache({environment, fileSystem});
			broken.set('key', bytes('content'));
			expect([undefined, 'content']).toContain(text(broken.get('key')));
			expect([undefined, 'content']).toContain(text(cache({environment}).get('key')));
			if (existsSync(folder)) expect(readdirSync(folder).length).toBeLessThanOrEqual(1);
		}
	});
});
