/** What an XML text lacks to be well-formed, as far as our own writing can go wrong; undefined where it lacks nothing. */
export function xmlFault(text: string): string | undefined {
	const open: string[] = [];
	let at = 0;
	const tags = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;
	for (const match of text.matchAll(tags)) {
		const between = text.slice(at, match.index);
		if (/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(between)) return `"${between}"`;
		at = match.index + match[0].length;
		const [, close, name = '', attributes = '', isEmpty] = match;
		if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(attributes)) return attributes;
		const names = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, one]) => one);
		if (new Set(names).size < names.length) return `an attribute twice: ${attributes}`;
		if (close === '/') {
			if (open.pop() !== name) return `</${name}>`;
		} else if (isEmpty === '') open.push(name);
	}

	if (text.slice(at).trim() !== '') return text.slice(at);
	return open.length > 0 ? `<${open.join('> <')}>` : undefined;
}
