import type { Text } from "#core/language";

/** Who runs this copy of the site. What is empty is not shown. */
export const config: {
  name: Text;
  /** https://host, without a slash at the end; without it addresses in citations are paths. */
  origin: string;
  operator: Text;
  /** ICP number, public-security number and site code of a Chinese government site. */
  icp: string;
  security: string;
  siteCode: string;
  /** Where corrections and disputes are sent; a mailbox must also stand in scripts/lib/sweep/public.ts. */
  corrections: { mailbox: string; post: Text };
} = {
  name: { zh: "明账", en: "Mingzhang" },
  origin: process.env["SITE_ORIGIN"] ?? "",
  operator: { zh: "", en: "" },
  icp: "",
  security: "",
  siteCode: "",
  corrections: { mailbox: "", post: { zh: "", en: "" } },
};
