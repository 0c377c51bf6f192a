/** The tables of docs/settings.md, from the settings themselves. */
import {projectEntries} from '../source/adapters/project/index.ts';
import {defaultSettings, settingEntries, settingNames} from '../source/adapters/settings/index.ts';

/** What a project's file may say. */
export function projectTable(): string {
	const rows = Object.entries(projectEntries).map(
		([key, {about, example}]) => `| \`${key}\` | ${about} | \`${example}\` |`,
	);
	return ['| key | says | such as |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What an author may set. */
export function userTable(): string {
	const rows = settingNames.map(name => {
		const usual = defaultSettings[name];
		return `| \`${name}\` | ${settingEntries[name].about} | ${usual === undefined ? '' : `\`${JSON.stringify(usual)}\``} |`;
	});
	return ['| setting | says | unless set |', '| --- | --- | --- |', ...rows].join('\n');
}
