import {describe, expect, it} from 'vitest';
import {bindings, footer, helpRows, keyLabel, keyTable, lookUp} from '../../source/keymap/index.ts';

describe('the key table', () => {
	it('gives no key two meanings in one scope', () => {
		const seen = new Map<string, string>();
		const twice: string[] = [];
		for (const {scope, keys, help} of bindings) {
			for (const key of keys) {
				const place = `${scope} ${key}`;
				if (seen.has(place)) twice.push(`${place}: ${seen.get(place)} and ${help}`);
				seen.set(place, help);
			}
		}

		expect(twice).toEqual([]);
	});

	it('asks the innermost scope first', () => {
		expect(lookUp(['offer', 'line', 'field', 'text', 'wizard'], 'right')?.does).toBe('field.use-default');
		expect(lookUp(['line', 'field', 'text', 'wizard'], 'right')?.does).toEqual({type: 'move', motion: 'right'});
		expect(lookUp(['pages', 'wizard'], 'f12')).toBeUndefined();
	});

	it('names keys as people know them', () => {
		expect(
			['ctrl+o', 'shift+tab', 'alt+up', 'alt+g', 'escape', 'ctrl+left', 'ctrl+shift+left', ']'].map(keyLabel),
		).toEqual(['^O', '⇧Tab', 'Alt+↑', 'Alt+G', 'Esc', 'Ctrl+←', 'Ctrl+⇧←', ']']);
	});

	it('shows the way on, back and out in the footer of a field', () => {
		expect(footer(['line', 'field', 'text', 'wizard']).map(({help}) => help)).toEqual(
			expect.arrayContaining(['next', 'back', 'commands', 'quit']),
		);
	});

	it('has the keys of the screens before the form too, for their footers, the help and the README', () => {
		expect(footer(['numbered', 'home', 'entries', 'start'])).toEqual(
			expect.arrayContaining([
				expect.objectContaining({key: '↑↓', help: 'choose'}),
				expect.objectContaining({key: '1–9', help: 'at once'}),
			]),
		);
		// The way out is named once, by the key that is nearest.
		expect(footer(['numbered', 'home', 'entries', 'start']).filter(({help}) => help === 'quit')).toHaveLength(1);
		expect(footer(['entries', 'start']).at(-1)).toMatchObject({key: 'Esc', help: 'quit'});
		expect(footer(['several', 'found', 'finder', 'text', 'start']).at(-1)).toMatchObject({key: '^Q', help: 'quit'});
		expect(helpRows(['numbered', 'home', 'entries', 'start'])[0]).toMatchObject({isLive: true});
		expect(keyTable()).toContain('| `1–9` | take the entry of that number | `list.pick` |');
	});

	it('says of every key in which part of the README and the help it stands', () => {
		expect(helpRows([]).filter(({part}) => part === '')).toEqual([]);
	});
});
