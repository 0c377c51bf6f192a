/**
 * Results kept for the next who asks: the same text is read to be begun, to be matched and to be taken up again.
 * Bounded by their number, for texts may be large.
 */
export class Lately<Value> {
	readonly #most: number;
	readonly #known = new Map<string, Value>();

	/** @param most how many are kept; the one not asked for longest is the first to be forgotten */
	constructor(most: number) {
		this.#most = most;
	}

	/** What is known by that key, or what `make` gives, which is known from then on. */
	get(key: string, make: () => Value): Value {
		const value = this.#known.get(key) ?? make();
		this.set(key, value);
		return value;
	}

	/** What is known by that key; asking so makes it no younger. */
	known(key: string): Value | undefined {
		return this.#known.get(key);
	}

	set(key: string, value: Value): void {
		this.#known.delete(key);
		this.#known.set(key, value);
		const [oldest] = this.#known.keys();
		if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
	}
}
