import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bindings, lookUp, remap} from '../../source/keymap/index.ts';
import {commandName} from '../../source/keymap/names.ts';
import {arrives} from '../../source/keymap/remap.ts';
import {runs} from '../property.ts';

const told = (remapping: Record<string, readonly string[]>): string =>
	remap(remapping)
		.refused.map(({summary, next}) => `${summary} ${next}`)
		.join('\n');

describe("the settings' own keys", () => {
	it("take the place of the table's", () => {
		const {table, refused} = remap({'view.preview': ['ctrl+r', 'alt+p']});
		expect(refused).toEqual([]);
		expect(lookUp(['wizard'], 'ctrl+r', table)?.does).toBe('view.preview');
		expect(lookUp(['wizard'], 'alt+p', table)?.does).toBe('view.preview');
		expect(lookUp(['wizard'], 'ctrl+o', table)).toBeUndefined();
	});

	it('take no key from another command that is live at the same time', () => {
		const {table} = remap({'view.preview': ['ctrl+s']});
		expect(lookUp(['wizard'], 'ctrl+s', table)?.does).toBe('document.write');
		expect(lookUp(['wizard'], 'ctrl+o', table)?.does).toBe('view.preview');
		expect(told({'view.preview': ['ctrl+s']})).toBe(
			'The setting "keys" is not taken for view.preview: ^S is taken by "write the document". It keeps ^O.',
		);
		expect(told({'view.preview': ['ctrl+w']})).toContain(
			'^W is taken by "cut what is selected, else the word to the left"',
		);
	});

	it('may change places with one another', () => {
		const {table, refused} = remap({'view.preview': ['ctrl+t'], 'view.outline': ['ctrl+o', 'escape']});
		expect(refused.map(({summary}) => summary)).toEqual([
			expect.stringContaining('view.outline: Esc is taken by'),
			// Which is in the way of the other now.
			expect.stringContaining('view.preview: ^T is taken by'),
		]);
		expect(lookUp(['wizard'], 'ctrl+t', table)?.does).toBe('view.outline');
		const {table: both, refused: none} = remap({'view.preview': ['ctrl+t'], 'view.outline': ['ctrl+o']});
		expect(none).toEqual([]);
		expect(lookUp(['wizard'], 'ctrl+t', both)?.does).toBe('view.preview');
		expect(lookUp(['wizard'], 'ctrl+o', both)?.does).toBe('view.outline');
	});

	it.each(['f5', 'ctrl+i', 'ctrl+m', 'ctrl+j', 'shift+enter', 'ctrl+1', 'alt+A', 'meta+x', '', 'ctrl', 'shift+a'])(
		'never arrive as %j, and that is told',
		key => {
			expect(told({'field.next': [key]})).toContain('never arrives');
			expect(lookUp(['field'], 'tab', remap({'field.next': [key]}).table)?.does).toBe('field.next');
		},
	);

	it('are no characters that are to be typed', () => {
		expect(told({'view.preview': ['p']})).toContain('p is a character to type');
		expect(told({'gap.next': ['g']})).toContain('character');
		expect(told({'confirm.yes': ['o']})).toBe('');
	});

	it('are told where there is no such command, or no key', () => {
		expect(told({'foo.bar': ['ctrl+r']})).toContain('foo.bar: there is no such command');
		expect(told({constructor: ['ctrl+r']})).toContain('constructor: there is no such command');
		expect(told({'view.preview': []})).toContain('no key is given. It keeps ^O.');
	});

	it('are taken for edits of text too, with the same checks', () => {
		const {table, refused} = remap({
			'text.kill-word': ['alt+z'],
			'text.line-start': ['home'],
			'text.newline': ['alt+enter'],
		});
		expect(refused).toEqual([]);
		expect(lookUp(['text'], 'alt+z', table)?.does).toEqual({type: 'kill-word'});
		expect(lookUp(['text'], 'ctrl+w', table)).toBeUndefined();
		expect(lookUp(['text'], 'ctrl+a', table)).toBeUndefined();
		expect(lookUp(['lines', 'text'], 'alt+enter', table)?.does).toEqual({type: 'newline'});
		expect(told({'text.kill-word': ['ctrl+q']})).toBe(
			'The setting "keys" is not taken for text.kill-word: ^Q is taken by "quit". It keeps ^W.',
		);
		expect(told({'text.line-start': ['tab']})).toContain('Tab is taken by "next field"');
		expect(told({'text.kill-word': ['f5']})).toContain('never arrives');
		expect(told({'text.kill-word': ['w']})).toContain('w is a character to type');
		expect(told({'text.insert': ['ctrl+r']})).toContain('there is no such command');
	});

	it('may be some of those that the table has, also where a scope further in has them from one further out', () => {
		expect(
			told({'text.up': ['up'], 'list.choose': ['enter'], 'list.pick': ['1', '2', '3'], 'view.close': ['escape']}),
		).toBe('');
	});

	it('hold on the screens before the form, which share none with the form', () => {
		const {table, refused} = remap({'list.choose': ['ctrl+r'], 'wizard.quit': ['alt+q']});
		expect(refused).toEqual([]);
		for (const scopes of [
			['entries', 'start'],
			['several', 'found', 'finder', 'text', 'start'],
		] as const) {
			expect(lookUp(scopes, 'ctrl+r', table)?.does).toBe('list.choose');
			expect(lookUp(scopes, 'alt+q', table)?.does).toBe('wizard.quit');
			expect(lookUp(scopes, 'enter', table)).toBeUndefined();
		}
		expect(told({'list.filter': ['q']})).toContain('q is taken by "quit"');
	});

	it("know all of the table's keys to arrive", () => {
		for (const key of bindings.flatMap(({keys}) => keys)) expect(arrives(key), key).toBe(true);
	});

	it('never leave an author without the ways on, to write and out, whatever is wished for', () => {
		const commands = [...new Set(bindings.map(({does}) => commandName(does)))];
		const keys = [...new Set(bindings.flatMap(each => each.keys)), 'f5', 'ctrl+r', 'alt+z'];
		const wish = fc.dictionary(fc.constantFrom(...commands), fc.array(fc.constantFrom(...keys), {maxLength: 2}));
		fc.assert(
			fc.property(wish, remapping => {
				const {table} = remap(remapping);
				const scopes = ['line', 'field', 'words', 'text', 'wizard'] as const;
				for (const command of ['field.next', 'document.write', 'wizard.quit', 'view.palette']) {
					const own = table.filter(({does}) => does === command).flatMap(each => each.keys);
					expect(own.some(key => lookUp(scopes, key, table)?.does === command)).toBe(true);
				}

				for (const before of [
					['numbered', 'home', 'entries', 'start'],
					['outlined', 'several', 'found', 'finder', 'text', 'start'],
				] as const) {
					for (const command of ['list.down', 'list.choose', 'wizard.quit']) {
						const own = table.filter(({does}) => does === command).flatMap(each => each.keys);
						expect(own.some(key => lookUp(before, key, table)?.does === command)).toBe(true);
					}
				}
			}),
			{numRuns: runs(500)},
		);
	});
});
