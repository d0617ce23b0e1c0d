import { recall, remember } from './prefs'

export type Theme = 'auto' | 'light' | 'dark'

const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')
system.addEventListener('change', () => listeners.forEach((tell) => tell()))

export function chosenTheme(): Theme {
  const theme = recall('theme')
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  remember('theme', theme === 'auto' ? null : theme)
  applyTheme(theme)
  listeners.forEach((tell) => tell())
}

export function isDark(): boolean {
  const theme = chosenTheme()
  return theme === 'auto' ? system.matches : theme === 'dark'
}

/** Calls back when light turns to dark or the other way round; gives what ends that. */
export function onTheme(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

const probe = document.createElement('i')

/** A color of the stylesheet as it stands at the moment, for pictures drawn on a canvas. */
export function color(name: string): string {
  if (!probe.isConnected) {
    probe.hidden = true
    document.body.append(probe)
  }
  probe.style.color = `var(--${name})`
  return getComputedStyle(probe).color
}
