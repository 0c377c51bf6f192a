/** Offsets in a text whose carriage returns were taken out for the parser. */

/** Maps offsets in a text without carriage returns back to where they were; nothing where there are none. */
export function originalOffsets(text: string): ((offset: number) => number) | undefined {
	const breaks: number[] = [];
	for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
		breaks.push(at - breaks.length);
	}

	if (breaks.length === 0) {
		return undefined;
	}

	return offset => {
		let low = 0;
		let high = breaks.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (breaks[middle]! < offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}

		return offset + low;
	};
}

/** The same blocks with every offset mapped. */
export function moved<T>(value: T, original: (offset: number) => number): T {
	if (Array.isArray(value)) {
		return value.map((one: unknown) => moved(one, original)) as T;
	}

	if (typeof value !== 'object' || value === null) {
		return value;
	}

	return Object.fromEntries(
		Object.entries(value).map(([key, one]: [string, unknown]) => [
			key,
			(key === 'from' || key === 'to') && typeof one === 'number' ? original(one) : moved(one, original),
		]),
	) as T;
}
