import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const load = async (name) => import(pathToFileURL(createRequire(path.join(process.env.SLUICE_REPOSITORY, 'package.json')).resolve(name)).href);
const core = await load('@actions/core');
const { DefaultArtifactClient } = await load('@actions/artifact');

const client = new DefaultArtifactClient();
const name = core.getInput('name');
const id = name ? (await client.getArtifact(name)).artifact.id : Number(core.getInput('artifact-ids'));
await client.downloadArtifact(id, { path: process.env.GITHUB_WORKSPACE });
