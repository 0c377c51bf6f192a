declare module 'commonmark-spec' {
	/** The examples of the CommonMark specification; `→` stands for a tab. */
	export const tests: ReadonlyArray<{readonly number: number; readonly section: string; readonly markdown: string}>;
}
