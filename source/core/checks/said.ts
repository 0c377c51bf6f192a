/** Whether what stands in a cell or behind a label says anything. */

/** No word and no number: nothing at all, or a dash for it. */
export function isBlankOrDash(text: string): boolean {
	return !/[\p{L}\p{N}]/u.test(text);
}

/** Nothing, a dash, or a bare "none" or "N/A" without a word on why. Blanks of a template are told elsewhere. */
export function isNothing(text: string): boolean {
	return (
		isBlankOrDash(text) ||
		/^[^\p{L}\p{N}]*(?:n\/a|none|nothing|not applicable|keine[rs]?|nichts|entfällt|aucune?|ninguno?a?|nenhuma?|nessun[ao]?)[^\p{L}\p{N}]*$/iu.test(
			text,
		)
	);
}
