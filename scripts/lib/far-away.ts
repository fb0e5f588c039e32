/**
 * The environment of tests: far from the site's readers and in neither of its languages, so that a date,
 * number or upper case in the machine's own format shows. Node reads its locale at its start: set it before.
 */
export const farAway = {
  TZ: "Pacific/Kiritimati",
  LANG: "tr_TR.UTF-8",
  LC_ALL: "tr_TR.UTF-8",
} as const;
