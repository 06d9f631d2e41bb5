import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import * as core from '@actions/core';

const isFolder = (entry) => statSync(entry).isDirectory();
const below = (entry) =>
  isFolder(entry) ? readdirSync(entry).flatMap((name) => below(path.join(entry, name))) : [entry];

/** The folder that all have in common: names in the artifact are relative to it. */
function commonFolder([first, ...others]) {
  let folder = isFolder(first) ? first : path.dirname(first);
  while (!others.every((entry) => entry.startsWith(folder + path.sep))) folder = path.dirname(folder);
  return folder;
}

const given = core
  .getMultilineInput('path')
  .map((entry) => path.resolve(process.env.GITHUB_WORKSPACE, entry));
const client = new DefaultArtifactClient();
const name = core.getInput('name');
if (core.getInput('overwrite') === 'true') await client.deleteArtifact(name);
const { id } = await client.uploadArtifact(name, given.flatMap(below), commonFolder(given));
core.setOutput('artifact-id', String(id));
