/** Thrown when a change names something that is not there (404) or makes no sense (400); the message says what does. */
export class DriftError extends Error {
  override name = 'DriftError';

  constructor(
    message: string,
    readonly status: 400 | 404,
  ) {
    super(message);
  }
}
