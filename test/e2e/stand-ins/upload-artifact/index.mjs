import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const load = async (name) => import(pathToFileURL(createRequire(path.join(process.env.SLUICE_REPOSITORY, 'package.json')).resolve(name)).href);
const core = await load('@actions/core');
const { DefaultArtifactClient } = await load('@actions/artifact');

const workspace = process.env.GITHUB_WORKSPACE;
const below = (entry) =>
  statSync(entry).isDirectory() ? readdirSync(entry).flatMap((name) => below(path.join(entry, name))) : [entry];
const given = core.getMultilineInput('path').map((entry) => path.resolve(workspace, entry));
const missing = given.filter((entry) => !existsSync(entry));
if (missing.length > 0) throw new Error(`nothing to upload at ${missing}`);

const client = new DefaultArtifactClient();
const name = core.getInput('name');
if (core.getInput('overwrite') === 'true') await client.deleteArtifact(name).catch(() => undefined);
const root = given.every((entry) => entry.startsWith(`${workspace}${path.sep}`)) ? workspace : given[0];
const { id } = await client.uploadArtifact(name, given.flatMap(below), root);
core.setOutput('artifact-id', String(id));
