/** Which character a lost byte made of those that are possible: what writers use, in the company that it stands in. */

import {groupOf} from './groups.ts';

/**
 * The signs of the Windows Glyph List 4: what every text font has had for decades, and so what texts use first among
 * the thousands of signs there are.
 */
const usual = new Set(
	'–—―‗‘’‚‛“”„†‡•…‰′″‹›‼‾⁄ⁿ₣₤₧€℅ℓ№™Ω℮⅛⅜⅝⅞←↑→↓↔↕↨∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡' +
		'─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬▀▄█▌▐░▒▓■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫',
);

/**
 * Emoji that technical documents use, the most frequent first: counted in some 1,400 Markdown files of public
 * repositories, and after them those that gitmoji has. Only ones that can lose a byte matter.
 */
const frequent = [...'❌📝❤🎉⏳🎯🌐👍🎨🔎⭐🔍🏁🐛🍻🙏➡🤝🔐➕➖✏⏪🍱🏗🏷🧐'];

/** Box drawing whose line goes on to the left, and to the right. */
const leftArms = new Set('─┐┘┤┬┴┼═╕╖╗╛╜╝╡╢╣╤╥╦╧╨╩╪╫╬');
const rightArms = new Set('─┌└├┬┴┼═╒╓╔╘╙╚╞╟╠╤╥╦╧╨╩╪╫╬');

/**
 * The likeliest of `codes` between its neighbours as they were before the damage; undefined where two are as likely.
 * Either neighbour is empty where there is none.
 */
export function likeliest(codes: readonly number[], before: string, after: string): string | undefined {
	let best: string | undefined;
	let most = 0;
	let isTie = false;
	for (const character of new Set(codes.map(code => String.fromCodePoint(code)))) {
		const weight = weigh(character, before, after);
		if (weight <= 0 || weight < most) continue;
		isTie = weight === most;
		most = weight;
		best = character;
	}
	return isTie ? undefined : best;
}

function weigh(character: string, before: string, after: string): number {
	// What joins and varies emoji has no use elsewhere.
	if (character === '\u200D') return isEmoji(before) && isEmoji(after) ? 9 : 0;
	if (character === '\uFE0F') return isEmoji(before) ? 9 : 0;
	if (/\p{Emoji_Modifier}/u.test(character)) return /\p{Emoji_Modifier_Base}/u.test(before) ? 9 : 0;
	if (/[\p{C}\p{Z}\p{M}]/u.test(character)) return 0;
	const drawn = joined(character, before, after);
	if (drawn > 0) return 7 + drawn;
	const place = frequent.indexOf(character);
	if (place >= 0) return 6 - place / frequent.length;
	if (/\p{Emoji_Presentation}/u.test(character)) return 5;
	if (usual.has(character)) return 3 + (isQuoteInPlace(character, before, after) ? 0.5 : 0);
	if (/[\p{S}\p{P}]/u.test(character)) return 1;
	return isLetterAmong(character, before, after) ? 1 : 0;
}

function isEmoji(character: string): boolean {
	return /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u.test(character);
}

/** How well a line drawing goes on from its neighbours, from 0, where no line leads to it, to 1. */
function joined(character: string, before: string, after: string): number {
	const left = leftArms.has(character);
	const right = rightArms.has(character);
	const isLedTo = (left && rightArms.has(before)) || (right && leftArms.has(after));
	return isLedTo ? (left === rightArms.has(before) ? 0.5 : 0) + (right === leftArms.has(after) ? 0.5 : 0) : 0;
}

/** One of these that continues a line from its left. */
export function lineAmong(codes: readonly number[]): string | undefined {
	return codes.map(code => String.fromCodePoint(code)).find(character => leftArms.has(character));
}

/** Whether a quotation mark can open or close here what it opens or closes. */
function isQuoteInPlace(character: string, before: string, after: string): boolean {
	const isText = (text: string): boolean => /[^\s([{]/u.test(text);
	if (/[‚„]/u.test(character)) return !isText(before) && /[\p{L}\p{N}]/u.test(after);
	return /[‘’“”]/u.test(character) && isText(before);
}

/** A letter stands beside letters of its own script, and is no capital behind a small one. */
function isLetterAmong(character: string, before: string, after: string): boolean {
	const group = groupOf(character.codePointAt(0)!);
	const isNear = (text: string): boolean => /\p{L}/u.test(text) && groupOf(text.codePointAt(0)!) === group;
	return (isNear(before) || isNear(after)) && !(/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before));
}
