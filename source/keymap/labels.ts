/** Keys as people know them. */

const namedKeys: Readonly<Record<string, string>> = {
	tab: 'Tab',
	'shift+tab': '⇧Tab',
	escape: 'Esc',
	enter: 'Enter',
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	space: 'Space',
	backspace: 'Backspace',
	delete: 'Delete',
	letter: 'a–z',
};

/** A key's name as people know it: `^O`, `⇧Tab`, `Alt+↑`. */
export function keyLabel(key: string): string {
	const own = namedKeys[key];
	if (own !== undefined) return own;
	const at = key.indexOf('+');
	if (at <= 0) return key;
	const modifier = key.slice(0, at);
	const rest = key.slice(at + 1);
	if (modifier === 'ctrl' && rest.length === 1) return `^${rest.toUpperCase()}`;
	const name = rest.length === 1 ? rest.toUpperCase() : keyLabel(rest);
	return {ctrl: `Ctrl+${name}`, alt: `Alt+${name}`, shift: `⇧${name}`}[modifier] ?? key;
}

/** The labels of keys, of which three or more digits that follow one another are one: `1–9`. */
export function keyLabels(keys: readonly string[]): readonly string[] {
	const digits = keys.filter(key => /^\d$/.test(key));
	const isRun = digits.length > 2 && digits.every((key, index) => Number(key) === Number(digits[0]) + index);
	if (!isRun) return keys.map(keyLabel);
	const range = `${digits[0] ?? ''}–${digits.at(-1) ?? ''}`;
	return keys.flatMap(key => (key === digits[0] ? [range] : digits.includes(key) ? [] : [keyLabel(key)]));
}
