/** Tells text that speaks to the author from text that is content. */

const imperative =
	/^(?:please\s+|briefly\s+|clearly\s+|optionally,?\s+|also\s+)?(?:describe|provide|explain|list|document|make|put|try|illustrate|e\.g\.,?|include|use|add|outline|discuss|state|summari[sz]e|specify|define|identify|give|write|detail|note|mention|consider|insert|enter|fill|replace|remove|delete|link|attach|show|present|indicate|enumerate|capture|record|think|talk|call out|keep|make sure|ensure|be sure|be specific|tell|clarify|highlight|point|refer|reference|select|choose|pick|start|propose|answer|cover|evaluate|compare|elaborate|set out|focus|avoid|do not|don['’]t|if applicable|in this section|here you|what|why|how|who|when|where|which|does|do|is|are|will|can|should|could|would|has|have)\b/iu;
const about =
	/\b(?:this (?:section|is where|is the|document should|part|chapter|template|heading)|in this section|the (?:idea|purpose|goal|intent) (?:here |of this section )?is|you (?:can|may|should|must|need|could|might|want)|your|for example|e\.g\.|should (?:be|describe|include|contain|explain|provide|list)|must (?:be listed|be explicitly)|feel free|similar to the)\b/iu;
const nominal =
	/^(?:an?\s+|the\s+)?(?:brief|short|concise|detailed|high[- ]level|one|optional|clear|quick|rough|general|full|complete|any|relevant|some|general)\b.*\b(?:description|summary|overview|motivation|explanation|paragraph|links?|list|statement|discussion|sentences?|analysis|account|context|information)\b/iu;

/** A sentence that stands where an answer goes: an instruction, a question, words about what belongs here. */
export function instructive(text: string): boolean {
	const plain = text
		.replaceAll(/[*_`>#]/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.replace(/^[[({<]+/u, '')
		.replace(/^(?:required|optional|mandatory)[.:]\s*/iu, '');
	if (plain === '') {
		return false;
	}

	return (
		/\?["”)\]]*$/u.test(plain) ||
		/^(?:what|why|how|who|when|where|which)\b.*\?/iu.test(plain) ||
		(imperative.test(plain) &&
			!/^(?:is|are|do|does|will|can|has|have|should|could|would|when|where|start|use|note)\b[^?]*$/iu.test(plain)) ||
		/^use (?:a|an|the|this)\b/iu.test(plain) ||
		about.test(plain) ||
		nominal.test(plain) ||
		/^optional\b/iu.test(plain) ||
		/\((?:this is )?an example\)/iu.test(plain) ||
		/^[说描請请述]|ください|記述|して下さい|を説明|请|說明|说明/u.test(plain)
	);
}

/** "[Repeat for each …]", "[Same structure]", "Add more … as needed", "For each major decision:". */
export function repeatNote(text: string): boolean {
	const plain = text
		.replaceAll(/<!--|-->/gu, '')
		.replaceAll(/[[\](){}*_>…]/gu, '')
		.replaceAll(/\.\.\./gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim();
	return (
		/^(?:repeat|same (?:structure|format|as above|pattern)|duplicate this|copy (?:the|this) (?:structure|section|block)|add (?:more|additional|other|further|another)\b|(?:additional|further|more) \w+(?: \w+)? (?:follow|as needed)|and so on|for each\b.{0,60}:$|continue with|use one sub-?header per)/iu.test(
			plain,
		) && plain.length < 200
	);
}
