/** Runs the command that the arguments name. */
export async function run(_args: readonly string[]): Promise<void> {}
