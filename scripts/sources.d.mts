export declare const stampFile: string
export declare function sourcesHash(root: string): string
