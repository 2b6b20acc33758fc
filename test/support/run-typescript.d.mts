/** Bundles a TypeScript entry so that plain Node can run it; resolves to the path of a `.cjs` file. */
export function bundleTypeScript(entry: string): Promise<string>;
