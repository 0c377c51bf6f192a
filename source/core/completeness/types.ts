/** How complete a document is, computed from its form, its answers and the checks' messages. */

export type Share = {
	readonly answered: number;
	readonly total: number;
	/** floor(100 · answered / total), 100 for none. */ readonly percent: number;
};

export type SectionState = 'done' | 'part' | 'empty' | 'finding' | 'not-applicable';

export type Completeness = {
	readonly required: Share;
	readonly all: Share;
	/** By section id, its subsections included. */
	readonly sections: ReadonlyMap<string, {readonly required: Share; readonly all: Share; readonly state: SectionState}>;
	/** True where nothing required is open but an error or leftover still stands between it and 100 %. */
	readonly readyToFinish: boolean;
};
