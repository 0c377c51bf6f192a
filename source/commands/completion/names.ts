/** What the completion scripts ask for while somebody types: the names that there are at the moment, one a line. */

import {now} from '../../adapters/clock/index.ts';
import {draftStore} from '../../adapters/drafts/index.ts';
import {settingNames, settingValues} from '../../adapters/settings/index.ts';
import {teamStore} from '../../adapters/team/index.ts';
import {ruleIds} from '../../core/checks/index.ts';
import type {Form} from '../../core/form/types.ts';
import type {Context} from '../context.ts';
import {editable} from '../editable.ts';
import type {NameKind} from '../entry.ts';
import {fixNames} from '../fix.ts';
import {catalogFrom} from '../catalogs.ts';
import {loadTemplate, openQuietly} from '../load.ts';

type Names = readonly string[] | Promise<readonly string[]>;

/** The names of each kind; where they are of something, of what. */
const kinds: Readonly<Record<NameKind, (context: Context, of: string) => Names>> = {
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
	rules: () => ruleIds.map(id => `${id}=`),
	fixes: () => fixNames,
	settings: () => settingNames,
	values: (_, setting) => settingValues(setting),
	async ids(context, template) {
		const loaded = await loadTemplate(template, context);
		return loaded.ok ? idsOf(loaded.value.form) : [];
	},
	async 'own-ids'(context, document) {
		const opened = await openQuietly(document, context);
		return opened.ok ? idsOf(editable(opened.value).form) : [];
	},
};

function idsOf({fields}: Form): readonly string[] {
	return fields.map(({id}) => `${id}=`);
}

/**
 * The names of `KIND` or `KIND:WORD`; undefined for a kind that there is not. Left out is what a shell would act on: bash
 * expands the words that it is given to choose from, and a repository's template may be called anything.
 */
export async function namesOf(asked: string, context: Context): Promise<readonly string[] | undefined> {
	const [kind = ''] = asked.split(':', 1);
	if (!Object.hasOwn(kinds, kind)) return undefined;
	// Nobody who types wants to read what is wrong elsewhere.
	const quiet = {...context, output: {...context.output, problem() {}, say() {}}};
	const names = await kinds[kind as NameKind](quiet, asked.slice(kind.length + 1));
	return names.filter(name => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/=-]*$/u.test(name));
}
