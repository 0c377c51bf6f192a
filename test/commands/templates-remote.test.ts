/** Templates of a team over ssh and https, each with a server on this machine; git's own transports do the work. */

import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {dirname, join} from 'node:path';
import {expect, it} from 'vitest';
import {makePlace, makeRepository, program, type Place} from './run-program.ts';

/** A repository with one template in it, and the commit that it is at. */
function makeTeam(): {readonly team: Place; readonly commit: string} {
	const team = makeRepository({'docs/memo.md': '# [Title]\n\n- **Owner:** [name]\n'});
	team.git('add', '-A');
	team.git('commit', '-q', '-m', 'memo');
	return {team, commit: team.git('rev-parse', 'HEAD').trim()};
}

it.skipIf(process.platform === 'win32')('over ssh are fetched as git calls it, with user, host, port and path', () => {
	const {team, commit} = makeTeam();
	const place = makePlace();
	const log = join(place.folder, '../ssh.log');
	const ssh = join(place.folder, '../ssh');
	// Stands in for ssh: writes down what it was given, and runs on this machine what was meant for the other.
	writeFileSync(
		ssh,
		`#!/bin/sh\nprintf '%s|' "$@" >>'${log}'\nfor last; do :; done\ncase "$last" in git-upload-pack*) exec git-upload-pack '${team.folder}' ;; esac\n`,
	);
	chmodSync(ssh, 0o755);
	const env = {GIT_SSH_COMMAND: ssh, GIT_SSH_VARIANT: 'ssh'};
	for (const [address, given] of [
		['git@example.org:team/templates.git', "git@example.org|git-upload-pack 'team/templates.git'|"],
		['ssh://git@example.org:2222/team/a.git', "-p|2222|git@example.org|git-upload-pack '/team/a.git'|"],
	] as const) {
		const added = place.run(['templates', 'add', address, '--name', 'team', '--folder', 'docs'], {env});
		expect(added).toMatchObject({code: 0, err: `added team (memo), at ${commit.slice(0, 12)}\n`});
		expect(readFileSync(log, 'utf8')).toContain(given);
		place.run(['templates', 'remove', 'team']);
	}
	place.run(['templates', 'add', 'git@example.org:team/templates.git', '--name', 'team', '--folder', 'docs'], {env});
	expect(place.run(['new', 'memo', '--set', 'document/title=Hello', '--print']).out).toContain('# Hello\n');
	expect(place.run(['templates', 'update', 'team'], {env}).err).toContain('team is as it was');
	// What would be an option of ssh is no address, and never reaches it.
	const before = readFileSync(log, 'utf8');
	expect(place.run(['templates', 'add', 'ssh://-oProxyCommand=x/a', '--name', 'team'], {env}).code).toBe(6);
	expect(readFileSync(log, 'utf8')).toBe(before);
});

it('over https are fetched where the certificate is trusted, and never ask', async ({skip}) => {
	const {team, commit} = makeTeam();
	const place = makePlace();
	const [key, cert] = ['key.pem', 'cert.pem'].map(name => join(place.folder, '..', name)) as [string, string];
	const made = spawnSync('openssl', [
		...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2'],
		...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
	]);
	if (made.status !== 0) skip('Left out: openssl is not here.');
	const folder = spawnSync('git', ['--exec-path'], {encoding: 'utf8'}).stdout.trim();
	const server = createServer({key: readFileSync(key), cert: readFileSync(cert)}, (request, response) => {
		const url = new URL(request.url ?? '', 'https://localhost');
		if (url.pathname.startsWith('/locked')) {
			response.writeHead(401, {'WWW-Authenticate': 'Basic realm="team"'}).end();
			return;
		}
		const child = spawn(join(folder, 'git-http-backend'), [], {
			env: {
				...process.env,
				GIT_PROJECT_ROOT: dirname(team.folder),
				GIT_HTTP_EXPORT_ALL: '1',
				PATH_INFO: url.pathname,
				QUERY_STRING: url.search.slice(1),
				REQUEST_METHOD: request.method ?? 'GET',
				CONTENT_TYPE: request.headers['content-type'] ?? '',
				HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
			},
		});
		request.pipe(child.stdin);
		const pieces: Buffer[] = [];
		child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
		child.stdout.on('end', () => {
			const whole = Buffer.concat(pieces);
			const head = whole.indexOf('\r\n\r\n');
			const lines = whole.subarray(0, head).toString().split('\r\n');
			const headers = new Map(lines.map(line => line.split(': ', 2) as [string, string]));
			const status = Number.parseInt(headers.get('Status') ?? '200', 10);
			response.writeHead(status, {'Content-Type': headers.get('Content-Type') ?? ''}).end(whole.subarray(head + 4));
		});
	});
	server.listen(0, 'localhost');
	await once(server, 'listening');
	const at = `https://localhost:${(server.address() as AddressInfo).port}`;
	/** Not the one that waits for the program, for the server is in this process. */
	const add = async (address: string, env: Readonly<Record<string, string>>) => {
		const args = ['templates', 'add', address, '--name', 'team', '--folder', 'docs'];
		const child = spawn(process.execPath, [program, ...args], {
			cwd: place.folder,
			env: {PATH: process.env['PATH'] ?? '', HOME: join(place.folder, '../home'), LANG: 'C.UTF-8', ...env},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let err = '';
		child.stderr.on('data', (piece: Buffer) => (err += String(piece)));
		const [code] = (await once(child, 'close')) as [number];
		return {code, err};
	};
	const trusted = {GIT_SSL_CAINFO: cert};
	expect(await add(`${at}/work/.git`, {})).toMatchObject({
		code: 4,
		err: expect.stringMatching(/certificate/) as string,
	});
	expect(await add(`${at}/locked`, trusted)).toMatchObject({code: 4});
	expect(await add(`${at}/none`, trusted)).toMatchObject({code: 4, err: expect.stringMatching(/not found/) as string});
	expect(await add(`${at}/work/.git`, trusted)).toEqual({
		code: 0,
		err: `added team (memo), at ${commit.slice(0, 12)}\n`,
	});
	server.close();
});
