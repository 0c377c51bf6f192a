/** What the completion scripts ask for while somebody types: the names that there are at the moment, one a line. */

import {now} from '../adapters/clock/index.ts';
import {draftStore} from '../adapters/drafts/index.ts';
import {settingNames} from '../adapters/settings/index.ts';
import {teamStore} from '../adapters/team/index.ts';
import {rules} from '../core/checks/index.ts';
import type {Context} from './context.ts';
import type {NameKind} from './index.ts';
import {catalogFrom} from './load.ts';

const kinds: Readonly<Record<NameKind, (context: Context) => readonly string[]>> = {
	templates: context =>
		catalogFrom(context.cwd, context)
			.listTemplates()
			.templates.map(({name}) => name),
	added: ({env}) =>
		teamStore(env)
			.list()
			.sources.map(({name}) => name),
	drafts({env}) {
		const listed = draftStore({now: () => now(), environment: env}).listDrafts();
		return listed.ok ? listed.value.drafts.map(({id}) => id) : [];
	},
	rules: () => rules.map(({id}) => `${id}=`),
	settings: () => settingNames,
};

/**
 * The names of that kind; undefined for a kind that there is not. Left out is what a shell would act on: bash expands the
 * words that it is given to choose from, and a repository's template may be called anything.
 */
export function namesOf(kind: string, context: Context): readonly string[] | undefined {
	if (!Object.hasOwn(kinds, kind)) return undefined;
	// Nobody who types wants to read what is wrong elsewhere.
	const quiet = {...context, output: {...context.output, problem() {}, say() {}}};
	return kinds[kind as NameKind](quiet).filter(name => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._=-]*$/u.test(name));
}
