import fs from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {defaultSettings, settingsStore} from '../../source/adapters/settings/index.ts';
import {temporaryFolder} from './temporary.ts';

function makeStore(content?: string) {
	const home = temporaryFolder();
	const store = settingsStore({HOME: home}, 'linux');
	if (content !== undefined) {
		fs.mkdirSync(join(home, '.config/specwright'), {recursive: true});
		fs.writeFileSync(store.path!, content);
	}

	return {store, home};
}

it('are the defaults where there is no file, and reading makes none', () => {
	const {store, home} = makeStore();
	expect(store.load()).toEqual({settings: defaultSettings, problems: []});
	expect(fs.readdirSync(home)).toEqual([]);
});

it('come back as they were saved, in a private file, beside what others put there', async () => {
	const {store, home} = makeStore('{"later": {"deep.name": 1}, "editor": "vi"}');
	expect(await store.save({theme: 'mono', keys: {'field.next': ['ctrl+n']}, editor: undefined})).toEqual({
		ok: true,
		value: undefined,
	});
	expect(await store.save({firstRunSeen: true})).toMatchObject({ok: true});
	expect(store.load()).toEqual({
		settings: {...defaultSettings, theme: 'mono', keys: {'field.next': ['ctrl+n']}, firstRunSeen: true},
		problems: [],
	});
	expect(JSON.parse(fs.readFileSync(store.path!, 'utf8'))).toMatchObject({later: {'deep.name': 1}});
	expect(fs.statSync(store.path!).mode & 0o777).toBe(0o600);
	expect(fs.readdirSync(join(home, '.config/specwright'))).toEqual(['config.json']);
});

it.each(['{"theme": ', '[1]', 'null', '1', ''])(
	'in a broken file (%j) are the defaults, and the file stays',
	async content => {
		const {store} = makeStore(content);
		expect(store.load()).toMatchObject({settings: defaultSettings, problems: [{code: 'settings.broken', exit: 3}]});
		expect(await store.save({marker: false})).toMatchObject({ok: false, problem: {code: 'settings.broken'}});
		expect(fs.readFileSync(store.path!, 'utf8')).toBe(content);
	},
);

it('that are wrong are told and the others kept', async () => {
	const {store} = makeStore('{"theme": "pink", "marker": false, "keys": {"a": "b"}, "__proto__": {"editor": "x"}}');
	const {settings, problems} = store.load();
	expect(settings).toEqual({...defaultSettings, marker: false});
	expect(problems.map(({summary}) => summary)).toEqual([
		'The setting theme must be auto, high-contrast or mono. The default is used: "auto".',
		'The setting keys must be a map of command to a list of keys. The default is used: {}.',
	]);
	expect(await store.save({theme: 'pink' as never})).toMatchObject({
		ok: false,
		problem: {code: 'settings.invalid', exit: 2},
	});
	expect(await store.save({colour: 1} as never)).toMatchObject({
		ok: false,
		problem: {code: 'settings.unknown', exit: 2},
	});
});

it('that are wrong or broken are told with their line', () => {
	const {store} = makeStore('{\n\t"marker": false,\n\t"theme": "pink"\n}\n');
	expect(store.load().problems).toMatchObject([{place: {path: store.path, line: 3}}]);
	const broken = makeStore('{\n\t"marker": false,\n\t"theme" "mono"\n}\n').store;
	expect(broken.load().problems).toMatchObject([{place: {path: broken.path, line: 3}}]);
	const cut = makeStore('{\n\t"marker": ').store;
	expect(cut.load().problems).toMatchObject([{place: {line: 2}, summary: expect.stringContaining('defaults')}]);
});

it('without a place to write to are a problem', async () => {
	expect(settingsStore({}, 'linux').load()).toEqual({settings: defaultSettings, problems: []});
	expect(await settingsStore({}, 'linux').save({marker: false})).toMatchObject({
		ok: false,
		problem: {code: 'settings.no-home', exit: 3},
	});
	expect(await settingsStore({HOME: 'relative'}, 'linux').save({marker: false})).toMatchObject({
		ok: false,
		problem: {code: 'settings.no-home', next: expect.stringContaining('absolute path')},
	});
	expect(await settingsStore({HOME: '/dev/null'}, 'linux').save({marker: false})).toMatchObject({
		ok: false,
		problem: {exit: 3},
	});
	expect(settingsStore({XDG_CONFIG_HOME: '/c'}, 'linux').path).toBe('/c/specwright/config.json');
	expect(settingsStore({HOME: '/h', XDG_CONFIG_HOME: 'relative'}, 'linux').path).toBe(
		'/h/.config/specwright/config.json',
	);
});
