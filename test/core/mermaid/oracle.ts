/** Mermaid's own parser, asked whether it takes a diagram. */

import DOMPurify from 'dompurify';

// Mermaid cleans labels with it, which needs a browser; what a label says does not matter here.
Object.assign(DOMPurify, {addHook() {}, sanitize: (text: string) => text});
const {default: mermaid} = await import('mermaid');
// It asks the browser which words are colours.
Object.assign(globalThis, {window: {CSS: {supports: () => true}}});

/** What Mermaid has against a text, or undefined where it takes it. */
export async function objection(text: string): Promise<string | undefined> {
	try {
		await mermaid.parse(text);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
