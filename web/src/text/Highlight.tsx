/** Words with those that were searched for marked. */
export function Highlight({ text, words }: { text: string; words: string }) {
  const wanted = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)
  if (wanted.length === 0) return <>{text}</>
  const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu')
  return <>{text.split(pattern).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))}</>
}
