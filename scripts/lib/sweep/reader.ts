import type { Place, Spot } from "#core/problem/problem";
import type { Personal } from "#core/sweep/personal";

export type Tell = (found: Personal, place: Place & { spot: Spot }) => void;

/** What a reader of one file needs to know. */
export type Job = {
  /** Relative to the folder that is swept. */
  path: string;
  /** Phones and mailboxes that are public on purpose. */
  contacts: ReadonlySet<string>;
  /** Headings of columns that hold amounts of money, which can look like a mobile number. */
  amounts: ReadonlySet<string>;
  tell: Tell;
};

/** A heading in a message. */
export const heading = (text: string) => ({ zh: text, en: text });
