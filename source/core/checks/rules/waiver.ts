import {ruleIds} from '../rule-ids.ts';
import type {Rule} from '../types.ts';
import {nearest} from '../../form/index.ts';
import {waiversIn} from '../waivers.ts';

/** A waiver that waives nothing, for it names no rule that there is, or gives no reason. */
export const waiver: Rule = {
	id: 'waiver',
	severity: 'warn',
	summary: 'A comment that lets a rule be names the rule and says why.',
	*run({source}) {
		for (const {rule, reason, range} of waiversIn(source)) {
			const known: readonly string[] = ruleIds.filter(one => one !== 'waiver');
			if (!known.includes(rule)) {
				const near = rule === '' ? undefined : nearest(rule, known);
				yield {
					reason:
						rule === ''
							? 'This waiver names no rule.'
							: `This waiver is for "${rule}", and there is no such rule to waive.`,
					range,
					help: near === undefined ? 'Write <!-- specwright-ignore RULE: reason -->.' : `Did you mean ${near}?`,
				};
			} else if (reason === '') {
				yield {
					reason: `This waiver of ${rule} gives no reason, so it does not hold.`,
					range,
					help: `Write <!-- specwright-ignore ${rule}: reason -->.`,
				};
			}
		}
	},
	examples: [
		{
			title: 'Without a reason, of no rule, and of one that there is not.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document:
				'# Plan\n\n<!-- specwright-ignore total -->\n<!-- specwright-ignore -->\n<!-- specwright-ignore totl: x -->\n- **Owner:** Ada\n',
			findings: 3,
		},
		{
			title: 'With a reason, and one that is only shown.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document:
				'# Plan\n\n<!-- specwright-ignore total: rounded -->\n- **Owner:** Ada\n\n```md\n<!-- specwright-ignore -->\n```\n',
			findings: 0,
		},
	],
};
