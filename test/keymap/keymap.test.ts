import {describe, expect, it} from 'vitest';
import {bindings, footer, keyLabel, lookUp} from '../../source/keymap/index.ts';

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
});
