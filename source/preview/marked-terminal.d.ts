declare module 'marked-terminal' {
	import type {MarkedExtension} from 'marked';

	type Paint = (text: string) => string;

	/** Renderers for marked that draw on a terminal. Only what we set is named here. */
	export function markedTerminal(options?: {
		readonly strong?: Paint;
		readonly em?: Paint;
		readonly del?: Paint;
		readonly emoji?: boolean;
		readonly unescape?: boolean;
		readonly reflowText?: boolean;
	}): MarkedExtension;
}
