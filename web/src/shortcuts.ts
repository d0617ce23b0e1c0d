import { recall, remember } from './prefs'
import { navigate } from './router'

/** Single keys, which can be switched off (WCAG 2.1.4), and what they do. */
export const goTo: [key: string, path: string, name: string][] = [
  ['o', '/', 'Overview'],
  ['s', '/story', 'Story'],
  ['a', '/actors', 'Actors'],
  ['f', '/figures', 'Figures'],
  ['m', '/map', 'Map'],
  ['e', '/expectations', 'Expected and open'],
  ['b', '/brief', 'Brief'],
  ['r', '/review', 'Review'],
  ['n', '/add', 'Add reports'],
]

export function areOn(): boolean {
  return recall('shortcuts') !== 'off'
}

export function switchShortcuts(on: boolean): void {
  remember('shortcuts', on ? null : 'off')
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}

/** Steps through the list of the page. */
function step(by: number): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item] > a, [data-item] > button')]
  const at = items.findIndex((item) => item === document.activeElement || item.parentElement?.contains(document.activeElement))
  items[Math.max(0, Math.min(at + by, items.length - 1))]?.focus()
}

export interface Commands {
  help: () => void
  theme: () => void
}

/** Listens for the keys; gives what ends that. */
export function listenForKeys(commands: Commands): () => void {
  let going = 0
  const press = (event: KeyboardEvent) => {
    if (!areOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
    const isSecond = event.timeStamp - going < 1500
    going = 0
    const target = isSecond && goTo.find(([key]) => key === event.key)
    if (target) navigate(target[1])
    else if (event.key === 'g') going = event.timeStamp
    else if (event.key === '/') document.getElementById('search')?.focus()
    else if (event.key === '?') commands.help()
    else if (event.key === 't') commands.theme()
    else if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else return
    event.preventDefault()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
