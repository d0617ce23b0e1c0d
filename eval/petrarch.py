#!/usr/bin/env python3
"""Share of the PETRARCH unit records' pairs that are read, with their fictional actors loaded through the import.

  petrarch.py --data FOLDER [--cli 'COMMAND'] [--errors]

FOLDER holds the gold sets: petrarch/PETR.Validate.{actors,agents}.txt.gz and events/petrarch_unit.jsonl.gz. Counted are the records marked
`tests: language`; a pair is a source and a target country, whatever the code of the event. A reciprocal event stands for both directions.
"""
import argparse, gzip, itertools, json, os, shlex, subprocess, sys, tempfile


def gold_pairs(record):
    return {(e['source'][:3], e['target'][:3]) for e in record['events'] if (e['source'] or '---')[:3] != '---' and (e['target'] or '---')[:3] != '---'}


def read_pairs(report):
    pairs = set()
    for claim in report['claims']:
        actors, recipients = ([p['country'] for p in claim[role] if p['country']] for role in ('actor', 'recipient'))
        pairs |= set(itertools.product(actors, recipients)) or {(a, b) for a in actors for b in actors if a != b}
    return pairs


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--data', required=True)
    options.add_argument('--cli', default='dotnet artifacts/chancery/chancery.dll')
    options.add_argument('--errors', action='store_true')
    options = options.parse_args()
    command = shlex.split(options.cli)
    with gzip.open(os.path.join(options.data, 'events', 'petrarch_unit.jsonl.gz'), 'rt', encoding='utf-8') as lines:
        records = [r for r in map(json.loads, lines) if r['tests'] == 'language' and not r['error']]
    with tempfile.TemporaryDirectory() as work:
        lexicon = os.path.join(work, 'lexicon')
        for part in ('actors', 'agents'):
            dictionary = os.path.join(work, f'PETR.Validate.{part}.txt')
            with gzip.open(os.path.join(options.data, 'petrarch', os.path.basename(dictionary) + '.gz')) as packed, open(dictionary, 'wb') as plain:
                plain.write(packed.read())
            subprocess.run([*command, 'lexicon', 'import', dictionary, '--to', lexicon, '--skip-faults'], check=False, stdout=sys.stderr, stderr=subprocess.DEVNULL)
        rows = '\n'.join(json.dumps({k: r[k] for k in ('id', 'text', 'date')}) for r in records)
        out = subprocess.run([*command, 'annotate', '--input', 'jsonl', '--layers', 'claims', '--lexicon', lexicon, '-'], input=rows, capture_output=True, text=True, check=False)
    if not out.stdout: sys.exit(out.stderr)
    read = {r['id']: read_pairs(r) for r in map(json.loads, out.stdout.splitlines())}
    gold, told, right, whole = 0, 0, 0, 0
    for record in records:
        wanted, found = gold_pairs(record), read[record['id']]
        gold, told, right, whole = gold + len(wanted), told + len(found), right + len(wanted & found), whole + (wanted == found)
        if options.errors and wanted != found: print(sorted(wanted), sorted(found), record['text'])
    print(f'{len(records)} records, {gold} pairs: {right} read ({100 * right / gold:.1f} %), of {told} told ({100 * right / told:.1f} %); records with just the right pairs {100 * whole / len(records):.1f} %')


if __name__ == '__main__':
    main()
