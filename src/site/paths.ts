import { allUnits } from "#core/assessment/group";
import { langs } from "#core/language";
import { assessed } from "#site/assessment";
import { catalog } from "#site/catalog";
import { rowsWithNeighbours } from "#site/page";
import { recipients, recipientsEntry } from "#site/recipient";
import { type Topic, topicsPublished } from "#site/topic";
import { weighed } from "#site/weights";

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

/** The page of a topic in each language, where its datasets are published. */
export const topicPaths = (topic: Topic) =>
  topicsPublished().includes(topic) ? languagePaths() : [];

/** A page in each language, where there is an assessment. */
export const assessmentPaths = () => (assessed() ? languagePaths() : []);

/** Where there are groups whose weights can be set. */
export const weightsPaths = () => {
  const now = assessed();
  return now && weighed(now).length > 0 ? languagePaths() : [];
};

/** A page of each unit that is assessed. */
export const regionPaths = () =>
  assessmentPaths().flatMap(({ props: { lang } }) =>
    allUnits.map((code) => ({ params: { lang, code }, props: { lang, code } })),
  );

/** The leads of each dataset that has some. */
export const leadPaths = () =>
  datasetPaths().filter(({ props }) => Object.keys(props.entry.leads).length > 0);

/** The page that looks organisations up, where a dataset has some. */
export const recipientsPaths = () => (recipientsEntry() ? languagePaths() : []);

/** A page of each organisation, up to the number declared. */
export const recipientPaths = () => {
  const found = recipientsEntry();
  if (!found) return [];
  const all = recipients();
  return langs.flatMap((lang) =>
    all.map((recipient) => ({
      params: { lang, uscc: recipient.uscc },
      props: { lang, entry: found.entry, recipient },
    })),
  );
};

/** What is left of each row taken down. */
const tombstonePaths = () =>
  datasetPaths().flatMap(({ params, props }) =>
    props.entry.tombstones.map((tombstone) => ({
      params: { ...params, row: tombstone.key },
      props: { ...props, tombstone, shown: null },
    })),
  );

/** A page of each row in each language, and of each that was taken down. */
export const rowPaths = () => [
  ...datasetPaths().flatMap(({ params, props }) =>
    rowsWithNeighbours(props.entry).map((shown) => ({
      params: { ...params, row: String(shown.row[props.entry.dataset.key]) },
      props: { ...props, shown, tombstone: null },
    })),
  ),
  ...tombstonePaths(),
];
