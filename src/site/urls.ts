import { type Lang, langs } from "#core/language";
import { config } from "#site/config";

export {
  componentsUrl,
  datasetUrl,
  documentUrl,
  exploreUrl,
  fileUrl,
  home,
  rowUrl,
} from "#core/publication/address";

export const leadsUrl = (lang: Lang, id: string): string => `/${lang}/${id}/leads/`;
export const checkUrl = (lang: Lang): string => `/${lang}/fees/check/`;
export const lateUrl = (lang: Lang): string => `/${lang}/arrears/late-payment/`;

export const lawUrl = (lang: Lang): string => `/${lang}/law/`;
export const searchUrl = (lang: Lang): string => `/${lang}/search/`;
export const apiUrl = (lang: Lang): string => `/${lang}/api/`;
export const guidesUrl = (lang: Lang): string => `/${lang}/guide/`;
export const guideUrl = (lang: Lang, guide: string): string => `/${lang}/guide/${guide}/`;

/** The picture of pages that have none of their own. */
export const homePicture = "home";

/** The picture of the assessment and of all pages that follow from it. */
export const assessmentPicture = "assessment";

/** A picture's file below /preview/, without its ending; that of made-up rows says so. */
export const pictureName = (lang: Lang, picture: string, demonstration: boolean): string =>
  `${lang}/${picture}${demonstration ? ".DEMONSTRATION" : ""}`;

/** The list of everything that can be downloaded. */
export const catalogFile = "/data/catalog.json";

/** The corrections page, told which row of which dataset it is about. */
export const correctionUrl = (lang: Lang, id: string, key: string): string =>
  `${guideUrl(lang, "corrections")}?${new URLSearchParams({ dataset: id, id: key })}`;
export const assessmentUrl = (lang: Lang): string => `/${lang}/assessment/`;
export const methodUrl = (lang: Lang): string => `/${lang}/assessment/method/`;
export const weightsUrl = (lang: Lang): string => `/${lang}/assessment/weights/`;
export const regionsUrl = (lang: Lang): string => `/${lang}/regions/`;
export const regionUrl = (lang: Lang, code: string): string => `/${lang}/regions/${code}/`;

/** The same page in another language. */
export const inLanguage = (path: string, lang: Lang): string =>
  path.replace(new RegExp(`^/(${langs.join("|")})/`), `/${lang}/`);

/** With the host, where it is known. */
export const absolute = (path: string): string => `${config.origin}${path}`;

/** The language as HTML names it. */
export const htmlLang: Readonly<Record<Lang, string>> = { zh: "zh-CN", en: "en" };

export const otherLang = (lang: Lang): Lang => (lang === "zh" ? "en" : "zh");
