import { ByteBuffer } from 'flatbuffers';

type Follow = '__offset' | '__indirect' | '__vector' | '__vector_len' | '__string';

/** What a message of Arrow needs is about three for each byte of the fields, nodes and buffers it tells of. */
const stepsPerByte = 16;

const spent = new WeakMap<ByteBuffer, number>();
let isBounded: boolean = false;

/**
 * Makes the reader of FlatBuffers, which has no verifier in JavaScript, refuse what one of C++ refuses: a vector longer than its
 * buffer, and tables that share parts until they are larger than any memory.
 */
export function boundMetadata(): void {
  if (isBounded) return;
  isBounded = true;
  for (const follow of ['__offset', '__indirect', '__vector', '__vector_len', '__string'] as const)
    bound(follow);
}

function bound(follow: Follow): void {
  const original: (this: ByteBuffer, ...places: never[]) => unknown = ByteBuffer.prototype[follow];
  Object.defineProperty(ByteBuffer.prototype, follow, {
    value(this: ByteBuffer, ...places: never[]) {
      const steps = (spent.get(this) ?? 0) + 1;
      spent.set(this, steps);
      if (steps > 1000 + stepsPerByte * this.capacity())
        throw new RangeError('its metadata refer to themselves');
      const found = original.apply(this, places);
      if (follow === '__vector_len' && !(Number(found) >= 0 && Number(found) <= this.capacity()))
        throw new RangeError('a list in its metadata is longer than they are');
      return found;
    },
  });
}
