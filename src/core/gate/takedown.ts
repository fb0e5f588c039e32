import type { Dataset } from "#core/dataset";
import { langs } from "#core/language";
import {
  componentsUrl,
  datasetUrl,
  exploreUrl,
  fileUrl,
  home,
  rowUrl,
  topicUrl,
} from "#core/publication/address";
import { descriptorName } from "#core/publication/descriptor";
import { cubeFile, downloads, queryFile } from "#core/publication/download";
import { topicsOf } from "#core/publication/topic";

/** Every address at which a row of a dataset can stand; a * is any one thing there. */
export function addressesOf(d: Dataset, key: string): readonly string[] {
  const hasMore = d.groups?.length || d.organisations || d.leads;
  const pages = langs.flatMap((lang) => [
    home(lang),
    componentsUrl(lang),
    ...topicsOf(d.id).map((topic) => topicUrl(lang, topic)),
    datasetUrl(lang, d.id),
    exploreUrl(lang, d),
    ...(d.row.pages > 0 ? [rowUrl(lang, d.id, key)] : []),
    ...(hasMore ? [`${datasetUrl(lang, d.id)}*`] : []),
  ]);
  const files = [
    // With a sheet, also where it was dropped for its length: an earlier one may have been short.
    ...downloads(d, 0).map((plan) => plan.name),
    descriptorName,
    cubeFile(d),
    queryFile(d, "duckdb"),
    queryFile(d, "arrow"),
    ...(d.groups ?? []).map(({ by }) => `groups/${by}.json`),
    ...(d.organisations ? ["organisations/*"] : []),
    ...(d.leads ? ["leads/*"] : []),
  ];
  return [
    ...pages,
    "/data/catalog.json",
    "/data/files.json",
    ...files.map((file) => fileUrl(d.id, file)),
  ];
}

/** The same of the datasets that read this one. */
export const addressesUsing = (all: readonly Dataset[], d: Dataset): readonly string[] =>
  all
    .filter(({ uses }) => uses?.includes(d.id))
    .flatMap(({ id }) => [...langs.map((lang) => `${datasetUrl(lang, id)}*`), fileUrl(id, "*")]);
