// npm run db:lock: freezes the migrations as they lie there. For new files, and for changed ones before a release.
import { lockMigrations } from '../src/platform/db/migration-files.ts';

const migrations = lockMigrations();
process.stdout.write(`db/migrations.lock holds ${migrations.length} migrations\n`);
