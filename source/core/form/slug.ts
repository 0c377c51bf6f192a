/**
 * A piece of an id: NFKC, lower case, letters and digits of any script, everything else to `-`. Gives an empty string
 * where nothing is left; the caller knows whether that is a `section` or a `field`.
 */
export function slug(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/['’]/gu, '')
		.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replaceAll(/^-+|-+$/gu, '');
}
