/**
 * Whether a Node version lies in a range as package.json writes it: `^22.22.2 || ^24.15.0 || >=26.0.0`. Knows `^` and
 * `>=` with whole versions, which is all that the range uses; the stub that calls this must stay tiny and must parse
 * on old versions.
 */
export function supports(range: string, version: string): boolean {
	const actual = numbers(version);
	return range.split('||').some(part => {
		const match = /^\s*(\^|>=)\s*(\d+\.\d+\.\d+)\s*$/.exec(part);
		if (match === null) return false;
		const least = numbers(match[2] as string);
		return atLeast(actual, least) && (match[1] === '>=' || actual[0] === least[0]);
	});
}

type Numbers = readonly [number, number, number];

function numbers(version: string): Numbers {
	const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
	return match === null ? [0, 0, 0] : [Number(match[1]), Number(match[2]), Number(match[3])];
}

function atLeast(actual: Numbers, least: Numbers): boolean {
	const different = actual.findIndex((part, index) => part !== least[index]);
	return different < 0 || (actual[different] as number) > (least[different] as number);
}
