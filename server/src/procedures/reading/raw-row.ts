// What reading a catalogue file yields: rows as the file has them, and places that could not be read.

/** A row as the file has it. `line` is its line (JSONL, CSV), its row (XLSX) or its place in the list (JSON). */
export interface RawRow {
  line: number;
  record: Record<string, unknown>;
}

/** A place of a file that could not be read. Line 0 is the file as a whole. */
export interface ReadFault {
  line: number;
  /** One sentence or two for an operator: what is wrong, and how to mend it. */
  fault: string;
}
