import type { APIRoute } from "astro";
import { bytesOf, publicFiles } from "#site/catalog";

export const getStaticPaths = () => publicFiles().map((file) => ({ params: { file } }));

/** The files compile wrote, byte for byte. */
export const GET: APIRoute = ({ params }) => new Response(bytesOf(params["file"] ?? ""));
