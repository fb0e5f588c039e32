import type { APIRoute } from "astro";
import { typeSizeCode, typeSizeUrl } from "#site/type-size";

export const getStaticPaths = () => [{ params: { name: typeSizeUrl.replace(/^.*\/|\.js$/g, "") } }];

/** The one script that a page waits for. */
export const GET: APIRoute = () => new Response(typeSizeCode);
