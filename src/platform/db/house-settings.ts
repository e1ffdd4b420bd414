import { type Id, readId } from '../../kernel/id.ts';
import type { Tenant } from './tenant-db.ts';

function settingOf(tenant: Pick<Tenant, 'settings'>, name: string): unknown {
  return (tenant.settings as Record<string, unknown> | null | undefined)?.[name];
}

/** The house's own picture, a PNG; null while it wears our drawn one. */
export function logoOf(tenant: Pick<Tenant, 'settings'>): Id<'file'> | null {
  const id = settingOf(tenant, 'logo');
  return typeof id === 'string' ? readId<'file'>(id) : null;
}

/** A house to practise in: nothing leaves it, and every page says so. */
export function isPractice(tenant: Pick<Tenant, 'settings'>): boolean {
  return settingOf(tenant, 'practice') === true;
}

/** The house is being opened: its secretariat's front page shows what remains. */
export function isSettingUp(tenant: Pick<Tenant, 'settings'>): boolean {
  return settingOf(tenant, 'setup') === true;
}
