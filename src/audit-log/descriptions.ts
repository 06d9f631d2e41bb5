/** What each setting, and the input of its name, means. */
export const descriptions = {
  command: 'What to do with the log; `append` unless given.',
  store:
    'Where the log is: a folder. `git+BRANCH` and `s3://BUCKET/PREFIX` may be written here, but this version cannot use them.',
  origin:
    'The log’s own name, first line of its checkpoints, by custom an address without scheme; the name in the key unless given.',
  key: 'The log’s private Ed25519 key: a file or the text itself, PEM (PKCS#8) or `PRIVATE+KEY+…`. Give the text as a secret, never in the config.',
  'public-key':
    'The log’s public key: `NAME+ID+KEY`, or a file with it, with lines `log NAME+ID+KEY` and `witness NAME+ID+KEY`, or PEM.',
  checkpoint:
    'File with a checkpoint of this log that you kept elsewhere. With it, rollback and rewritten history show; without, they cannot.',
  index: 'The entry to prove, counted from 0.',
  digest: 'Evidence, bundle or subject to prove or query by: hex, or `sha256:` and hex.',
  gate: 'Query: records of this gate alone.',
  actor: 'Query: records of runs by this login alone.',
  run: 'Query: records of the run with this id alone.',
  output:
    'File to write: the proof (`proof`), or a copy of the checked checkpoint to keep elsewhere (`append`, `verify`).',
} as const;
