// A file of its own, beside each bundle as `digest-worker.js`: it may import Node's modules and nothing else.
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
/** What must stay the same from listing to the last byte. */
export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }) {
    return [dev, ino, size, mtimeNs, ctimeNs].join(':');
}
/** Measured: one reused buffer that fits into the cache of a core reads a third faster than a mebibyte does; streams lose more. */
export const bufferBytes = 128 * 1024;
export function nodeDigester(algorithm) {
    const hash = createHash(algorithm === 'blake2b' ? 'blake2b512' : algorithm);
    return { update: (bytes) => hash.update(bytes), digest: () => hash.digest('hex') };
}
/** Never follows a link and never waits for a pipe's writer: the name may have been swapped since it was listed. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** Hashes one file through a buffer that the caller lends; yields after each filling of it, so that a caller can pause. */
export function* hashSteps(job, buffer, digester = nodeDigester) {
    let fd;
    try {
        fd = openSync(job.path, openFlags);
        return yield* hashOpen(fd, job, buffer, digester);
    }
    catch (error) {
        const code = error.code;
        if (code === undefined)
            throw error;
        // The listing saw a regular file here: a link, or nothing, in its place is a change.
        return code === 'ELOOP' || code === 'ENOENT' ? { kind: 'changed' } : { kind: 'unreadable', code };
    }
    finally {
        if (fd !== undefined)
            closeSync(fd);
    }
}
function* hashOpen(fd, job, buffer, digester) {
    const same = () => stampOf(fstatSync(fd, { bigint: true })) === job.stamp;
    if (!same())
        return { kind: 'changed' };
    const whole = nodeDigester('sha256');
    const pieces = job.also && pieceDigester(job.also, digester);
    let position = 0;
    for (;;) {
        const length = readSync(fd, buffer, 0, buffer.byteLength, null);
        if (length === 0)
            break;
        position += length;
        if (position > job.size)
            return { kind: 'changed' };
        const bytes = buffer.subarray(0, length);
        whole.update(bytes);
        pieces?.update(bytes);
        yield;
    }
    if (position !== job.size || !same())
        return { kind: 'changed' };
    return { kind: 'hashed', sha256: whole.digest(), pieces: pieces?.finish() ?? [] };
}
function hashAtOnce(job, buffer) {
    const steps = hashSteps(job, buffer);
    let step = steps.next();
    while (!step.done)
        step = steps.next();
    return step.value;
}
/** Without a piece size one digest, also of an empty file; with one, an empty file has no piece (OMS v1.0, shards). */
function pieceDigester({ algorithm, pieceSize }, digester) {
    const digests = [];
    let current = digester(algorithm);
    let room = pieceSize ?? Number.POSITIVE_INFINITY;
    const closePiece = () => {
        digests.push(current.digest());
        current = digester(algorithm);
        room = pieceSize ?? Number.POSITIVE_INFINITY;
    };
    return {
        update(bytes) {
            for (let from = 0; from < bytes.byteLength;) {
                const part = bytes.subarray(from, Math.min(bytes.byteLength, from + room));
                current.update(part);
                from += part.byteLength;
                room -= part.byteLength;
                if (room === 0)
                    closePiece();
            }
        },
        finish() {
            if (pieceSize === undefined || room < pieceSize)
                closePiece();
            return digests;
        },
    };
}
/** What `workerData` must be for this file to serve jobs; imported anywhere else it only lends its functions. */
export const workerMark = 'sluice-digest-worker';
if (workerData === workerMark && parentPort) {
    const port = parentPort;
    const buffer = new Uint8Array(bufferBytes);
    port.on('message', (jobs) => {
        port.postMessage(jobs.map((job) => hashAtOnce(job, buffer)));
    });
}
