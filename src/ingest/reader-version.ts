/** Raised by one whenever reading or the making of stems improves: a document that an older version read is read again although its file is unchanged. */

export const READER_VERSION = 34
