/** Receives the raw records of a file in order. The bytes belong to the splitter and hold only during the call. */
export interface RecordSink {
  /** One line (or one element of an array) without its end; `ended` is false when the file stops in the middle of the line. */
  record(bytes: Buffer, offset: number, ended: boolean): void;
  /** A stretch that cannot be a record, by the reason for which it goes to quarantine. */
  broken(reason: StructureProblem, offset: number): void;
}

export type StructureProblem = 'too_long' | 'empty_element' | 'array_not_closed' | 'text_after_array' | 'bad_gzip';

/** Cuts a stream of chunks into records. */
export interface RecordSplitter {
  /** Takes the next bytes of the file; false when nothing more is wanted. */
  push(chunk: Buffer): boolean;
  /** The file is at its end. */
  end(): void;
}
