/**
 * One input of an action and flag of the command line: the single declaration that `action.yml`, its README table,
 * `--help` and the way into the config all follow from.
 */
export interface Input {
  /** Kebab-case; `--name` on the command line, `with: name` in a workflow. */
  readonly name: string;
  readonly description: string;
  /** `list` takes several values: repeated flags, or one per line in a workflow. `flag` takes none. */
  readonly kind: 'text' | 'list' | 'number' | 'flag';
  /** Placeholder in `--help`: FILE, GLOB, COL. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /**
   * Where the value goes in the config, as a JSON pointer below the pipeline: `/scan-deps/lock-files`. What stands there in the
   * file is overridden, and the whole is validated by the one schema. Absent: the input steers the run, not the judging.
   */
  readonly key?: string;
  /** Whether a workflow may name a folder outside the workspace by it: a volume of the runner. What a config names stays inside. */
  readonly mayLeaveWorkspace?: true;
  /** Shapes the raw value for `key`, where it is not just the text, list or number. */
  readonly shape?: (raw: string | readonly string[] | number | boolean) => unknown;
}
