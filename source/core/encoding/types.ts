/** The words of this room. */

import type {Page} from './pages.ts';

export type {Page} from './pages.ts';

/** A piece of the text by its offsets. */
export type Stretch = {readonly from: number; readonly to: number};

/** One character that a wrong reading has broken, where it stands. */
export type Damage = {
	/** Offsets in the text as it is. */
	readonly range: Stretch;
	/** What stands there. */
	readonly shown: string;
	/** What stood there before. */
	readonly repaired: string;
	/** The page that its UTF-8 was read by, and how many times over. */
	readonly reading: {readonly page: Page; readonly times: number};
	/** True where a byte is gone and the character is the likeliest one, not the only one. */
	readonly lossy: boolean;
};

/** What a place in the text may be the wrong reading of. */
export type Suspect = {
	readonly from: number;
	readonly to: number;
	readonly repaired: string;
	readonly code: number;
	readonly pages: readonly Page[];
	readonly lossy: boolean;
	/** True where nobody would write what stands there. */
	readonly odd: boolean;
};
