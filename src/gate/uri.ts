/** Whether a path or pattern of a config is an address in a store (s3://, hdfs://) and no file of this machine; `!` takes away. */
export function isUri(path: string): boolean {
  return /^!?[a-z][a-z0-9+.-]+:\/\//.test(path);
}
