import { langs } from "#core/language";
import { catalog } from "#site/catalog";
import { rowsWithNeighbours } from "#site/page";

/** A page in each language. */
export const languagePaths = () => langs.map((lang) => ({ params: { lang }, props: { lang } }));

/** A page of each dataset in each language. */
export const datasetPaths = () =>
  langs.flatMap((lang) =>
    catalog().datasets.map((entry) => ({
      params: { lang, dataset: entry.dataset.id },
      props: { lang, entry },
    })),
  );

/** A page of each row in each language. */
export const rowPaths = () =>
  datasetPaths().flatMap(({ params, props }) =>
    rowsWithNeighbours(props.entry).map((neighbours) => ({
      params: { ...params, row: String(neighbours.row[props.entry.dataset.key]) },
      props: { ...props, ...neighbours },
    })),
  );
