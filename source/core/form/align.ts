/**
 * Two sequences laid side by side so that as much as possible agrees and order is kept: a template's headings and a
 * document's, or a section's lines and a text's. A pair that scores 0 is never made; of equal layings the one that
 * takes the earliest lines wins.
 *
 * @param lefts how many the first sequence has
 * @param rights how many the second has
 * @param score how well a left and a right one agree, 0 to 255; asked once for each pair
 * @returns for each of the first its partner in the second, where it has one
 */
export function align(
	lefts: number,
	rights: number,
	score: (left: number, right: number) => number,
): readonly (number | undefined)[] {
	const width = rights + 1;
	// Scores are looked up once: a pattern is tried against a line at most one time.
	const scores = new Uint8Array(lefts * rights);
	for (let left = 0; left < lefts; left++)
		for (let right = 0; right < rights; right++) scores[left * rights + right] = score(left, right);
	const best = new Int32Array((lefts + 1) * width);
	for (let left = lefts - 1; left >= 0; left--) {
		for (let right = rights - 1; right >= 0; right--) {
			const points = scores[left * rights + right]!;
			const skip = Math.max(best[(left + 1) * width + right]!, best[left * width + right + 1]!);
			best[left * width + right] = points > 0 ? Math.max(skip, points + best[(left + 1) * width + right + 1]!) : skip;
		}
	}

	const pairs: (number | undefined)[] = Array.from({length: lefts}, () => undefined);
	let left = 0;
	let right = 0;
	while (left < lefts && right < rights) {
		const points = scores[left * rights + right]!;
		const here = best[left * width + right]!;
		if (points > 0 && here === points + best[(left + 1) * width + right + 1]!) {
			pairs[left++] = right++;
		} else if (here === best[(left + 1) * width + right]!) left++;
		else right++;
	}

	return pairs;
}
