/** What this browser remembers for its reader; nothing of it leaves the machine. */
const prefix = 'chancery.'

export function recall(name: string, where: Storage = localStorage): string | null {
  try {
    return where.getItem(prefix + name)
  } catch {
    return null // storage is switched off
  }
}

export function remember(name: string, value: string | null, where: Storage = localStorage): void {
  try {
    if (value === null) where.removeItem(prefix + name)
    else where.setItem(prefix + name, value)
  } catch {
    // then it is forgotten with the page
  }
}
