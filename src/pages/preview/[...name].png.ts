import type { APIRoute, GetStaticPaths } from "astro";
import { type Preview, previewPng, previews } from "#site/preview";

export const getStaticPaths = (() =>
  previews().map((preview) => ({
    params: { name: preview.name },
    props: { preview },
  }))) satisfies GetStaticPaths;

/** The picture that a link to a page shows. */
export const GET: APIRoute<{ preview: Preview }> = async ({ props }) =>
  new Response(await previewPng(props.preview));
