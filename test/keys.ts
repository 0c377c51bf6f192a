/** Keys by name, as a terminal sends them (xterm, "Control Sequences", PC-style function keys). */
export const keys = {
	enter: '\r',
	tab: '\t',
	shiftTab: '\u001B[Z',
	escape: '\u001B',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	backspace: '\u007F',
	ctrl: (letter: string) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
	alt: (letter: string) => `\u001B${letter}`,
	paste: (text: string) => `\u001B[200~${text}\u001B[201~`,
} as const;
