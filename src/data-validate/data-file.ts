/** A file of a dataset as the engine reads it: the stored one, or a plain copy of it. */
export interface DataFile {
  /** Absolute. */
  readonly path: string;
  /** As people know it: the stored one's name. */
  readonly shown: string;
  /** The lines of the stored text at which rows begin, where the copy has others. */
  readonly lines?: ArrayLike<number>;
}
