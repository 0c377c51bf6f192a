/** Character references as marked leaves them in text. */

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00A0',
	copy: '©',
	reg: '®',
	trade: '™',
	hellip: '…',
	mdash: '—',
	ndash: '–',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	bull: '•',
	middot: '·',
	times: '×',
	divide: '÷',
	plusmn: '±',
	deg: '°',
	sect: '§',
	para: '¶',
	euro: '€',
	pound: '£',
	yen: '¥',
	cent: '¢',
	larr: '←',
	uarr: '↑',
	rarr: '→',
	darr: '↓',
	harr: '↔',
	rArr: '⇒',
	le: '≤',
	ge: '≥',
	ne: '≠',
	asymp: '≈',
	infin: '∞',
	check: '✓',
	vert: '|',
	lowbar: '_',
	ast: '*',
	grave: '`',
	lbrack: '[',
	rbrack: ']',
};

function character(code: number): string {
	const isValid = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
	return isValid ? String.fromCodePoint(code) : '\uFFFD';
}

/** Text with character references resolved (CommonMark §2.5); names that are not known stay. Sanitise the result. */
export function resolveEntities(text: string): string {
	if (!text.includes('&')) {
		return text;
	}

	return text.replaceAll(
		/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]\w{1,30}));/gi,
		(whole: string, hex?: string, decimal?: string, name?: string) => {
			if (hex !== undefined) {
				return character(Number.parseInt(hex, 16));
			}

			if (decimal !== undefined) {
				return character(Number(decimal));
			}

			return name !== undefined && Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
		},
	);
}
