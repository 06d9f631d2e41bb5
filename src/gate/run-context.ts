/** Which run this is: what evidence says about its origin (DESIGN §6). `local` on a laptop. */
export interface RunContext {
  readonly kind: 'github' | 'local';
  readonly event: string;
  readonly repository?: string;
  readonly repositoryId?: string;
  readonly ownerId?: string;
  readonly workflowRef?: string;
  readonly jobWorkflowRef?: string;
  readonly runId?: string;
  readonly runAttempt?: string;
  readonly job?: string;
  readonly commit?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly runnerEnvironment?: string;
  readonly serverUrl?: string;
}
