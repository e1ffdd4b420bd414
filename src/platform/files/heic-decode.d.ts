/** The package has no types of its own. */
declare module 'heic-decode' {
  interface HeicPicture {
    readonly width: number;
    readonly height: number;
    /** Red, green, blue and opacity. */
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  }
  const decode: {
    all(given: { readonly buffer: Uint8Array }): Promise<HeicPicture[] & { dispose(): void }>;
  };
  export = decode;
}
