/**
 * A disk in memory that loses power. Every change waits until it is forced to the disk: bytes by an fsync of their file,
 * names by an fsync of their folder and by nothing else, which is all that POSIX promises. When the power goes, any of
 * the changes that wait may have reached the disk and any other not, and of a write also a part.
 */

import type {FileSystem, Stat} from '../../../source/adapters/file-system/index.ts';

type Node = {readonly ino: number; mode: number; mtime: number; bytes: Buffer; readonly names?: Map<string, Node>};

/** A change as it is made to the disk; false asks for half of it, where it has halves. */
type Change = {
	/** What must be forced to the disk for the change to last: a file's bytes or a folder's names. */
	readonly of: number;
	readonly apply: (nodes: ReadonlyMap<number, Node>, whole: boolean) => void;
	readonly hasHalves?: boolean;
};

const flag = {create: 0o100, exclusive: 0o200};

function fail(code: string): never {
	throw Object.assign(new Error(code), {code});
}

function statOf(node: Node, links: number): Stat {
	const isFolder = node.names !== undefined;
	return {
		dev: 1n,
		ino: BigInt(node.ino),
		mode: BigInt(node.mode),
		nlink: BigInt(links),
		uid: BigInt(process.getuid?.() ?? 0),
		gid: BigInt(process.getgid?.() ?? 0),
		size: BigInt(node.bytes.length),
		mtimeNs: BigInt(node.mtime),
		isFile: () => !isFolder,
		isDirectory: () => isFolder,
		isFIFO: () => false,
		isSocket: () => false,
		isSymbolicLink: () => false,
	} as Stat;
}

function resized(bytes: Buffer, size: number): Buffer {
	return size <= bytes.length
		? Buffer.from(bytes.subarray(0, size))
		: Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
}

function overwritten(bytes: Buffer, part: Uint8Array, at: number): Buffer {
	const all = resized(bytes, Math.max(bytes.length, at + part.length));
	all.set(part, at);
	return all;
}

function copyOf(nodes: ReadonlyMap<number, Node>): Map<number, Node> {
	const copies = new Map([...nodes].map(([ino, node]) => [ino, {...node, ...(node.names && {names: new Map()})}]));
	for (const [ino, node] of nodes) {
		for (const [name, inside] of node.names ?? []) {
			(copies.get(ino) as {names: Map<string, Node>}).names.set(name, copies.get(inside.ino)!);
		}
	}

	return copies;
}

export type Disk = {
	readonly fileSystem: FileSystem;
	/** How many changes wait to be forced to the disk. */
	waiting(): number;
	/**
	 * The disk after the power went, with those changes that `survives` says yes to, half of those it says `half` to.
	 * It is asked for each that waits, in their order.
	 */
	afterPowerLoss(survives: (index: number) => boolean | 'half'): Disk;
	/** All names in a folder. */
	names(folder: string): readonly string[];
	read(path: string): Buffer | undefined;
	/** Puts a file there that lasts. */
	write(path: string, bytes: Uint8Array): void;
};

/** An empty disk with one folder, or that of `nodes` whose first is its top. */
export function memoryDisk(
	safe: Map<number, Node> = new Map([[1, {ino: 1, mode: 0o40755, mtime: 0, bytes: Buffer.alloc(0), names: new Map()}]]),
): Disk {
	let changes: Change[] = [];
	const nodes = copyOf(safe);
	const open = new Map<number, Node>();
	let nextFd = 10;
	let nextIno = Math.max(...nodes.keys()) + 1;
	let time = 1;
	const top = nodes.get(1)!;

	function change(made: Change): void {
		made.apply(nodes, true);
		changes.push(made);
	}

	function find(path: string): Node | undefined {
		let node: Node | undefined = top;
		for (const name of path.split('/').filter(Boolean)) node = node?.names?.get(name);
		return node;
	}

	function need(path: string): Node {
		return find(path) ?? fail('ENOENT');
	}

	function placeOf(path: string): {readonly folder: Node & {names: Map<string, Node>}; readonly name: string} {
		const cut = path.lastIndexOf('/');
		const folder = need(path.slice(0, cut));
		return {
			folder: folder.names ? (folder as Node & {names: Map<string, Node>}) : fail('ENOTDIR'),
			name: path.slice(cut + 1),
		};
	}

	function linksOf(node: Node): number {
		return [...nodes.values()].reduce(
			(count, {names}) => count + [...(names?.values() ?? [])].filter(other => other === node).length,
			0,
		);
	}

	function of(fd: number): Node {
		return open.get(fd) ?? fail('EBADF');
	}

	/** Makes a node. That it exists is of no account as long as no name that leads to it has reached the disk. */
	function make(mode: number, isFolder: boolean): Node {
		const ino = nextIno++;
		const fresh = (): Node => ({ino, mode, mtime: time++, bytes: Buffer.alloc(0), ...(isFolder && {names: new Map()})});
		safe.set(ino, fresh());
		nodes.set(ino, fresh());
		return nodes.get(ino)!;
	}

	function name(folder: Node, as: string, node: Node): void {
		change({of: folder.ino, apply: all => all.get(folder.ino)!.names!.set(as, all.get(node.ino)!)});
	}

	function force(fd: number): void {
		const {ino} = of(fd);
		for (const made of changes.filter(({of}) => of === ino)) made.apply(safe, true);
		changes = changes.filter(({of}) => of !== ino);
	}

	const fileSystem: FileSystem = {
		open(path, flags, mode = 0o666) {
			let node = find(path);
			if (node && flags & flag.exclusive) fail('EEXIST');
			if (!node) {
				if (!(flags & flag.create)) fail('ENOENT');
				const place = placeOf(path);
				node = make(0o100000 | mode, false);
				name(place.folder, place.name, node);
			}

			open.set(nextFd, node);
			return nextFd++;
		},
		close: fd => void (open.delete(fd) || fail('EBADF')),
		fstat: fd => statOf(of(fd), linksOf(of(fd))),
		lstat: path => statOf(need(path), linksOf(need(path))),
		read: (fd, into, offset, length, position) =>
			of(fd).bytes.copy(into, offset, position, Math.min(position + length, of(fd).bytes.length)),
		write(fd, bytes, offset, length, position) {
			const part = Buffer.from(bytes.subarray(offset, offset + length));
			const {ino} = of(fd);
			change({
				of: ino,
				hasHalves: true,
				apply(all, whole) {
					const node = all.get(ino)!;
					node.bytes = overwritten(node.bytes, whole ? part : part.subarray(0, part.length >> 1), position);
					node.mtime = time++;
				},
			});
			return part.length;
		},
		fsync: force,
		fdatasync: force,
		ftruncate(fd, size) {
			const {ino} = of(fd);
			change({
				of: ino,
				apply(all) {
					all.get(ino)!.bytes = resized(all.get(ino)!.bytes, size);
				},
			});
		},
		fchmod: (fd, mode) => void (of(fd).mode = mode),
		fchown() {},
		rename(from, to) {
			const [source, target, node] = [placeOf(from), placeOf(to), need(from)];
			change({
				of: target.folder.ino,
				apply(all) {
					all.get(target.folder.ino)!.names!.set(target.name, all.get(node.ino)!);
					all.get(source.folder.ino)!.names!.delete(source.name);
				},
			});
		},
		link(from, to) {
			if (find(to)) fail('EEXIST');
			const place = placeOf(to);
			name(place.folder, place.name, need(from));
		},
		unlink(path) {
			const {folder, name: gone} = placeOf(path);
			if (!folder.names.has(gone)) fail('ENOENT');
			change({of: folder.ino, apply: all => all.get(folder.ino)!.names!.delete(gone)});
		},
		mkdir(path, mode = 0o777) {
			const parts = path.split('/').filter(Boolean);
			let topmost: string | undefined;
			for (let count = 1; count <= parts.length; count++) {
				const above = `/${parts.slice(0, count).join('/')}`;
				if (find(above)) continue;
				const place = placeOf(above);
				name(place.folder, place.name, make(0o40000 | mode, true));
				topmost ??= above;
			}

			return topmost;
		},
		chmod: (path, mode) => void (need(path).mode = 0o40000 | mode),
		readdir: path => [...(need(path).names?.keys() ?? fail('ENOTDIR'))],
		realpath: path => (find(path) ? path : fail('ENOENT')),
	};

	return {
		fileSystem,
		waiting: () => changes.length,
		afterPowerLoss(survives) {
			const left = copyOf(safe);
			for (const [index, made] of changes.entries()) {
				const fate = survives(index);
				if (fate === true || (fate === 'half' && made.hasHalves)) made.apply(left, fate === true);
			}

			return memoryDisk(left);
		},
		names: folder => [...(find(folder)?.names?.keys() ?? [])],
		read: path => find(path)?.bytes,
		write(path, bytes) {
			const fd = fileSystem.open(path, flag.create);
			fileSystem.ftruncate(fd, 0);
			fileSystem.write(fd, bytes, 0, bytes.length, 0);
			force(fd);
			open.set(fd, placeOf(path).folder);
			force(fd);
		},
	};
}
