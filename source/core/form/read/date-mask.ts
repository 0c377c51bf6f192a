/** What a template writes where a date goes. */

/** Signs between the parts of a date: `-`, `/`, `.`, a blank, perhaps with another behind. */
const gap = '[-/. ] ?';

/**
 * What a date looks like: `YYYY-MM-DD`, `MM/DD/YYYY`, `AAAA-MM-DD`, `YYYYMMDD`, `DD MMM YYYY`, `MMMM D, YYYY`,
 * `DD.MM.YY`, `YYYY-MM`.
 */
const masks = [
	'[YA]{4}[-/. ]?MM[-/. ]?(?:DD|JJ)',
	'(?:DD|JJ|TT)[-/. ]MM[-/. ][YAJ]{4}',
	'YYYY年MM?月DD?日',
	`DD?${gap}M{1,4}(?:${gap}|, )YYYY`,
	`M{1,4}${gap}DD?(?:${gap}|, )YYYY`,
	`YYYY${gap}M{1,4}${gap}DD?`,
	'(?:DD[-/.]MM|MM[-/.]DD)[-/.]YY',
	'M{3,4}(?:[-/ ]|, )YYYY',
	'MM[-/.]YYYY',
	'YYYY[-/.]MM(?![-/.]D)',
];

/** Date masks, with an optional time. */
export const dateMask = new RegExp(String.raw`\b(?:${masks.join('|')})(?:[T ]HH:MM(?::SS)?Z?)?(?![\p{L}\p{N}])`, 'iu');
