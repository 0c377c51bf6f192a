/** The 1-based line of any offset in a text, by the line ends that Markdown knows (CommonMark §2.1). */
export function lineIndex(text: string): (offset: number) => number {
	const starts = [0];
	for (const {index, 0: end} of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
	return offset => {
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	};
}
