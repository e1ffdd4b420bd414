/** The file is not a backup, not whole, or sealed with another key; the message says which. */
export class BackupUnreadable extends Error {}
