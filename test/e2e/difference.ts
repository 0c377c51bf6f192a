/** The lines of two texts that differ: what is gone and what came. */
export function difference(
	text: string,
	other: string,
): {readonly gone: readonly string[]; readonly came: readonly string[]} {
	const [left, right] = [text.split('\n'), other.split('\n')];
	let from = 0;
	while (from < left.length && left[from] === right[from]) from++;
	let behind = 0;
	while (behind < Math.min(left.length, right.length) - from && left.at(-1 - behind) === right.at(-1 - behind))
		behind++;
	return {gone: left.slice(from, left.length - behind), came: right.slice(from, right.length - behind)};
}
