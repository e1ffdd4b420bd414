import type { Command } from './command.ts';

/** Every command, in the order of `grobund help`. Each loads only when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  setup: async () => (await import('./commands/setup.ts')).setup,
  'practice open': async () => (await import('./commands/practice.ts')).practiceOpen,
  'practice anew': async () => (await import('./commands/practice.ts')).practiceAnew,
  'tenant add': async () => (await import('./commands/tenant.ts')).tenantAdd,
  'tenant list': async () => (await import('./commands/tenant.ts')).tenantList,
  'tenant remove': async () => (await import('./commands/tenant.ts')).tenantRemove,
  'person add': async () => (await import('./commands/person.ts')).personAdd,
  'demo tell': async () => (await import('./commands/demo.ts')).demoTell,
  'demo wipe': async () => (await import('./commands/demo.ts')).demoWipe,
  'import tenancies': async () => (await import('./commands/import.ts')).importTenancies,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  'backup check': async () => (await import('./commands/backup.ts')).backupCheck,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  'read-invoice': async () => (await import('./commands/read-invoice.ts')).readInvoiceCommand,
  draw: async () => (await import('./commands/draw.ts')).drawCommand,
  'print-sheet': async () => (await import('./commands/print-sheet.ts')).printSheet,
  'read-sheet': async () => (await import('./commands/read-sheet.ts')).readSheetCommand,
  'journal verify': async () => (await import('./commands/journal-verify.ts')).journalVerify,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  version: async () => (await import('./commands/version.ts')).version,
  help: async () => (await import('./commands/help.ts')).help,
};
