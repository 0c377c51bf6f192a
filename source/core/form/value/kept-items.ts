/** Lists of which some items stand already: these keep their text, byte for byte, whatever goes and comes beside them. */

import type {Item, ItemStyle} from '../types.ts';
import {decodeList, encodeItem, itemTexts} from './list.ts';
import type {Structural} from './escape.ts';
import {sameValue} from './normal.ts';

/**
 * Writes a list over one that stands there.
 *
 * @param original the list as it stands, with LF and without indentation
 * @returns undefined where nothing of it stays, or where its items can't be told apart
 */
export function encodeOver(
	original: string,
	items: readonly Item[],
	style: ItemStyle | undefined,
	structural?: Structural,
): string | undefined {
	const texts = itemTexts(original.trimEnd());
	const standing = decodeList(original.trimEnd(), style, structural) ?? [];
	// An id such as `G1:` counts what stands in front of it; items without words are none.
	if (texts.length === 0 || texts.length !== standing.length || style?.idPrefix !== undefined) return undefined;
	if (texts.length * items.length > mostCompared) return undefined;
	const from = kept(standing, items);
	if (from.every(index => index === undefined)) return undefined;
	const counts = countedFrom(texts);
	return items
		.map((one, index) => {
			const at = from[index];
			const isLast = index === items.length - 1;
			if (at === undefined)
				return encodeItem(one, index, style, structural) + (style?.loose === true && !isLast ? '\n' : '');
			const text = isLast
				? texts[at]!.trimEnd()
				: at === texts.length - 1 && style?.loose === true
					? `${texts[at]!}\n`
					: texts[at]!;
			return counts === undefined ? text : text.replace(/^\d+/, String(counts + index));
		})
		.join('\n');
}

/** How many pairs of items are compared at most; nobody sees a longer list keep its lines. */
const mostCompared = 1_000_000;

/** The number that a list counts up from; undefined where it does not. */
function countedFrom(texts: readonly string[]): number | undefined {
	const numbers = texts.map(text => Number(/^\d{1,9}(?=[.)])/.exec(text)?.[0]));
	const [first] = numbers;
	return texts.length > 1 && numbers.every((number, index) => number === first! + index) ? first : undefined;
}

/** For each item the one that stands and says the same, in order, as many as can be: the longest common subsequence. */
function kept(standing: readonly Item[], items: readonly Item[]): readonly (number | undefined)[] {
	const width = items.length + 1;
	const most = new Array<number>((standing.length + 1) * width).fill(0);
	for (let left = standing.length - 1; left >= 0; left--) {
		for (let right = items.length - 1; right >= 0; right--) {
			const at = left * width + right;
			most[at] = sameValue([standing[left]!], [items[right]!])
				? most[at + width + 1]! + 1
				: Math.max(most[at + width]!, most[at + 1]!);
		}
	}

	const found: (number | undefined)[] = items.map(() => undefined);
	for (let left = 0, right = 0; left < standing.length && right < items.length;) {
		const at = left * width + right;
		if (sameValue([standing[left]!], [items[right]!])) found[right++] = left++;
		else if (most[at + width]! >= most[at + 1]!) left++;
		else right++;
	}

	return found;
}
