// What the street remembers of the calls it has taken and refused, minute by minute.

/** One minute of calls; a limit of null is none. */
export interface Minute {
  /** Epoch milliseconds of the full minute. */
  startsAt: number;
  /** The lower of the limits in force when the minute's last call came. */
  permitted: number | null;
  taken: number;
  refused: number;
}

export interface Traffic {
  /** The latest minutes with calls, oldest first. */
  minutes: Minute[];
}
