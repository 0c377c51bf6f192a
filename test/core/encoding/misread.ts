/** Damages text as programs do: its UTF-8 bytes, each read as a character of a code page. */

export type Lost = 'kept' | 'dropped' | 'replaced';

/** From 0x80 on, a dot for each byte that the page leaves undefined. */
const upper: Readonly<Record<string, string>> = {
	'windows-1252':
		'€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿' +
		'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
	'windows-1254':
		'€.‚ƒ„…†‡ˆ‰Š‹Œ....‘’“”•–—˜™š›œ..Ÿ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿' +
		'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
};

export const pages = ['windows-1252', 'windows-1254'] as const;

/** `text` misread once; `lost` says what the program makes of a byte that the page has not. */
export function misread(text: string, page: (typeof pages)[number], lost: Lost = 'kept'): string {
	const signs = upper[page]!;
	let shown = '';
	for (const byte of Buffer.from(text, 'utf8')) {
		const sign = byte < 0x80 ? String.fromCharCode(byte) : signs[byte - 0x80]!;
		if (byte < 0x80 || sign !== '.') shown += sign;
		else if (lost !== 'dropped') shown += lost === 'kept' ? String.fromCharCode(byte) : '\uFFFD';
	}
	return shown;
}
