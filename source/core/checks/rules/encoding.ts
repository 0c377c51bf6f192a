import {findDamage} from '../../encoding/index.ts';
import type {Rule} from '../types.ts';

/** Text whose UTF-8 was read by a Windows code page: one finding for the document, at the first damaged character. */
export const encoding: Rule = {
	id: 'encoding',
	severity: 'warn',
	summary: 'No text is damaged by having been read in the wrong encoding.',
	*run({source}) {
		const places = findDamage(source);
		const [first] = places;
		if (first === undefined) return;
		const many = places.length === 1 ? '1 character is' : `${places.length} characters are`;
		yield {
			reason: `${many} damaged by a wrong encoding: "${first.shown}" was "${first.repaired}".`,
			range: first.range,
			help: 'Look at the repair, and take it, with: specwright fix --only encoding FILE',
		};
	},
	examples: [
		{
			title: 'Signs of one character that were three.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document: '# Plan\n\n- **Owner:** RenÃ©e â€“ ZoÃ«\n',
			findings: 1,
		},
		{
			title: 'Letters and signs that look like damage and are none.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document: '# Plan\n\n- **Owner:** JOÃO DE “SÃO PAULO…”\n',
			findings: 0,
		},
	],
};
