import type {Rule} from '../types.ts';

/**
 * Characters that nobody sees and that change what is read: direction overrides (Unicode Technical Report 36, "Trojan
 * Source"), zero-width characters where no script needs them, and control characters.
 */
export const unsafeCharacter: Rule = {
	id: 'unsafe-character',
	severity: 'warn',
	summary: 'No invisible character changes what a reader sees.',
	*run({source}) {
		for (const match of source.matchAll(suspects)) {
			const {index} = match;
			const run = match[0];
			const code = run.codePointAt(0) ?? 0;
			if (!isUnsafe(source, index, run, code)) continue;
			yield {
				reason: `An invisible character stands here: U+${code.toString(16).toUpperCase().padStart(4, '0')} (${nameOf(code)}).`,
				range: {from: index, to: index + run.length},
				help: 'Remove it; retyping the word is the surest way.',
			};
		}
	},
	examples: [
		{
			title: 'A direction override in a Latin line.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document: '# Plan\n\n- **Owner:** Ada \u202Enoitcudorp\u202C\n',
			findings: 2,
		},
		{
			title: 'A zero-width space inside a word.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document: '# Plan\n\n- **Owner:** A\u200Bda\n',
			findings: 1,
		},
		{
			title: 'Joiners that emoji and scripts need.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document: '# Plan\n\n- **Owner:** 👩\u200D💻 می\u200Cخواهم\n',
			findings: 0,
		},
	],
};

/** Runs of one and the same character. Tab, line feed and carriage return are text. */
const suspects =
	/([\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200D\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF])\1*/g;

function isUnsafe(source: string, index: number, run: string, code: number): boolean {
	const before = source.slice(Math.max(0, index - 4), index);
	const after = source.slice(index + run.length, index + run.length + 4);
	if (code === 0xfeff) return index > 0;
	if (run.length > 1) return true;
	if (code === 0x200d)
		return (
			!(/(?:\p{Emoji}|\p{Emoji_Modifier}|\uFE0F)$/u.test(before) && /^\p{Emoji}/u.test(after)) && !joins(before, after)
		);
	if (code === 0x200c) return !joins(before, after);
	// Scripts without spaces between words mark where a line may break.
	if (code === 0x200b)
		return !/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}]$/u.test(before);
	// Isolates and embeddings are how right-to-left text is written well; overrides have no honest use in a document.
	const isDirection = (code >= 0x202a && code <= 0x202c) || (code >= 0x2066 && code <= 0x2069);
	return !(
		isDirection &&
		isRightToLeft(lineAround(source, index)) &&
		!/[\u202D\u202E]/.test(lineAround(source, index))
	);
}

/** Letters of scripts whose shapes depend on joiners, and marks that combine with them. */
const joining =
	/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}]$/u;

/** True where a joiner stands behind such a letter: between two of them, or where Arabic ends a word with one. */
function joins(before: string, after: string): boolean {
	return joining.test(before) && (/^[\p{L}\p{M}]/u.test(after) || /\p{Script=Arabic}$/u.test(before));
}

function lineAround(source: string, index: number): string {
	const from = source.lastIndexOf('\n', index) + 1;
	const to = source.indexOf('\n', index);
	return source.slice(from, to < 0 ? source.length : to);
}

function isRightToLeft(line: string): boolean {
	return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(line);
}

function nameOf(code: number): string {
	if (code < 0x200b) return 'control character';
	return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ? 'direction mark' : 'zero width';
}
