import { DefaultArtifactClient } from '@actions/artifact';
import * as core from '@actions/core';

const client = new DefaultArtifactClient();
const name = core.getInput('name');
const id = name ? (await client.getArtifact(name)).artifact.id : Number(core.getInput('artifact-ids'));
await client.downloadArtifact(id, { path: process.env.GITHUB_WORKSPACE });
