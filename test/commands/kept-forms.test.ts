/** Forms that are kept between runs: the same as read anew, and never one of another text, build or words. */

import {existsSync, globSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import type {Context} from '../../source/commands/context.ts';
import {keepFormsFor} from '../../source/commands/kept-forms.ts';
import {expand, keepForms, readForm} from '../../source/core/form/index.ts';
import {temporaryFolder} from '../adapters/temporary.ts';

const templates = join(import.meta.dirname, '../../templates');

/** A run of a program: nothing that was read before is in its memory. */
function begin(home: string, build?: string): void {
	keepForms(undefined);
	for (let at = 0; at < 40; at++) readForm(`# Forget ${at}\n`);
	keepFormsFor({env: {XDG_CACHE_HOME: home}, build} as unknown as Context);
}

afterEach(() => {
	keepForms(undefined);
});

describe('a form that was kept', () => {
	it.each(globSync('*.md', {cwd: templates}))('is the one that reading %s gives, grown or not', name => {
		const text = readFileSync(join(templates, name), 'utf8');
		const home = temporaryFolder();
		const read = readForm(text);
		const counts = new Map(read.repeats.map(({id, instances}) => [id, instances.length + 1]));
		const grown = expand(read, counts);
		begin(home, 'b1');
		expect(readForm(text)).toStrictEqual(read);
		expect(expand(readForm(text), counts)).toStrictEqual(grown);
		const kept = readdirSync(join(home, 'specwright')).length;
		expect(kept).toBeGreaterThan(0);
		begin(home, 'b1');
		const again = readForm(text);
		expect(again).not.toBe(read);
		expect(again).toStrictEqual(read);
		expect(expand(again, counts)).toStrictEqual(grown);
		expect(readdirSync(join(home, 'specwright'))).toHaveLength(kept);
	});

	it('is none of another build, of another text or of other words', () => {
		const text = readFileSync(join(templates, 'architecture-spec.md'), 'utf8');
		const home = temporaryFolder();
		const kept = (): number => readdirSync(join(home, 'specwright')).length;
		begin(home, 'b1');
		readForm(text);
		expect(kept()).toBe(1);
		begin(home, 'b2');
		readForm(text);
		expect(kept()).toBe(2);
		readForm(`${text}\nMore.\n`);
		expect(kept()).toBe(3);
		const words = {required: ['musthave']};
		expect(readForm(text, {words}).words).toEqual(words);
		expect(kept()).toBe(4);
	});

	it('is not kept where no build made the program, nor where it is soon read', () => {
		const home = temporaryFolder();
		begin(home);
		readForm(readFileSync(join(templates, 'system-design.md'), 'utf8'));
		begin(home, 'b1');
		readForm('# Short\n\nName: [name]\n');
		expect(existsSync(join(home, 'specwright'))).toBe(false);
	});
});
