/** Tells HTML tags from blanks that are written `<like this>`. */

/** Elements that stand in Markdown without a closing tag. */
const alone = new Set(['br', 'hr', 'img', 'wbr', 'input', 'source', 'p', 'li', 'td', 'tr', 'th', 'dd', 'dt', 'col']);

/** The names of all closing tags in a text, in lower case: an element that is closed somewhere is an element. */
export function holdsClosing(text: string): ReadonlySet<string> {
	if (!text.includes('</')) return new Set();
	return new Set(Array.from(text.matchAll(/<\/([a-z][\w-]*)\s*>/giu), match => match[1]!.toLowerCase()));
}

/**
 * True for a tag that is HTML and not a blank. A blank such as `<name>` or `<a short title>` is a well-formed tag by
 * CommonMark §6.6; an element has a closing tag somewhere, or attributes with values, or needs no closing.
 */
export function isHtmlTag(tag: string, closings: ReadonlySet<string>): boolean {
	if (/^<[/!?]/u.test(tag) || tag.endsWith('/>')) {
		return true;
	}

	const name = /^<([a-z][\w-]*)/iu.exec(tag)?.[1]?.toLowerCase();
	if (name === undefined) {
		return false;
	}

	if (/=\s*["'\w]/u.test(tag)) {
		return true;
	}

	const single = /^<[\w-]+\s*>$/u.test(tag);
	return single && (alone.has(name) || closings.has(name));
}

const tags = /<(\/?)([a-z][\w-]*)(?:\s[^<>]*)?>|<!--[^]*?-->/giu;

/** A text without its HTML tags and comments. */
export function withoutTags(text: string): string {
	return text.replaceAll(tags, ' ');
}

/** Elements that hold nothing, so that nothing closes them. */
const empty = new Set([
	'br',
	'hr',
	'img',
	'wbr',
	'input',
	'source',
	'col',
	'link',
	'meta',
	'area',
	'base',
	'embed',
	'track',
]);

/** Whether each element that a text opens is closed in it, and nothing else is. */
export function closesAll(text: string): boolean {
	const open: string[] = [];
	for (const [tag, slash, written] of text.matchAll(tags)) {
		const name = written?.toLowerCase();
		if (name === undefined || empty.has(name) || tag.endsWith('/>')) continue;
		if (slash === '') open.push(name);
		else if (open.pop() !== name) return false;
	}

	return open.length === 0;
}
