#!/usr/bin/env python3
"""Scores the whole reports in reports/ against what a careful reader would file from them.

  reports.py [--cli 'COMMAND'] [--json] [--errors NAME ...]

A claim is paired with a statement when its trigger is the statement's, or when it stands in the same sentence, has one of its
types and shares an actor's country; one to one, the best pairs first. --errors lists what was missed, added and misread in the
reports whose names begin so. --json prints [task, measure, figure] rows, as floors.py reads them.
"""
import argparse, collections, glob, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ORGANIZATIONS = {'IGO', 'NGO'}


def statements(path, text):
    rows = []
    for line in open(path, encoding='utf-8').read().splitlines()[1:]:
        where, types, actors, recipients, status, source, figures, weight = line.split('\t')
        before, trigger = where.split('[')[0], re.search(r'\[(.*?)\]', where).group(1)
        start = text.index(where.replace('[', '').replace(']', '')) + len(before)
        rows.append({'start': start, 'end': start + len(trigger), 'trigger': where, 'types': types.split('|'), 'actors': countries(actors), 'recipients': countries(recipients),
                     'status': status.split('|'), 'source': source.split('|') if '|' in source else source.split('/'), 'figures': ranges(figures), 'essential': weight == 'essential'})
    return rows


def countries(cell):
    """The countries named; None where that is not judged."""
    parts = {part for group in cell.split('|') for part in group.split('+')}
    return None if '?' in parts else parts - {'-'}


def ranges(cell):
    bound = lambda digits: float(digits) if digits else None
    return [] if cell == '-' else [tuple(bound(side) for side in part.split('-')) for part in cell.split(';')]


def of_claim(parties):
    return {party['country'] for party in parties if party['country']}


def sources_fit(gold, claim):
    said = claim['attribution']
    if not said:
        return '-' in gold['source']
    if '-' in gold['source'] and len(gold['source']) == 1:
        return False
    return any(word != '-' and word.lower() in name.lower() for word in gold['source'] for name in said)


def weight(gold, claim, sentence):
    same = claim['start'] < gold['end'] and gold['start'] < claim['end']
    typed = claim['plover'] in gold['types']
    shared = gold['actors'] is None or bool(gold['actors'] & of_claim(claim['actor'])) or not gold['actors'] and not of_claim(claim['actor'])
    if not same and not (typed and shared and sentence[0] <= claim['start'] < sentence[1]):
        return 0
    return 100 * same + 20 * typed + 10 * shared + 5 * (claim['status'] in gold['status'])


def pair(golds, claims, sentences):
    def sentence_of(at):
        return next(((s['start'], s['end']) for s in sentences if s['start'] <= at < s['end']), (at, at))
    pairs, used_golds, used_claims = [], set(), set()
    scored = sorted(((weight(g, c, sentence_of(g['start'])), -i, -j) for i, g in enumerate(golds) for j, c in enumerate(claims)), reverse=True)
    for score, i, j in scored:
        if score and -i not in used_golds and -j not in used_claims:
            used_golds.add(-i), used_claims.add(-j), pairs.append((golds[-i], claims[-j]))
    return pairs, [g for i, g in enumerate(golds) if i not in used_golds], [c for j, c in enumerate(claims) if j not in used_claims]


def judge(gold, claim):
    """What is wrong in a claim that was found, by name."""
    wrong = []
    if claim['plover'] not in gold['types']: wrong.append('type')
    if gold['actors'] is not None and gold['actors'] != of_claim(claim['actor']): wrong.append('actor')
    if gold['recipients'] is not None and gold['recipients'] != of_claim(claim['recipient']): wrong.append('recipient')
    if claim['status'] not in gold['status']: wrong.append('status')
    if not sources_fit(gold, claim): wrong.append('source')
    if sorted(gold['figures'], key=str) != sorted(((f['min'], f['max']) for f in claim['figures']), key=str): wrong.append('figures')
    return wrong


def f1(hits, found, wanted):
    return 200 * hits / max(1, found + wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--cli', default='dotnet run -c Release --project src/Chancery.Cli --')
    parser.add_argument('--json', action='store_true')
    parser.add_argument('--errors', nargs='*', default=[])
    options = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(HERE, 'reports', '[0-9]*.txt')))
    run = subprocess.run([*options.cli.split(), 'annotate', *paths], capture_output=True, text=True)
    if run.returncode: sys.exit(run.stderr)
    rows = []
    for group in ('seen', 'unseen'):
        count = collections.Counter()
        for path, reading in zip(paths, map(json.loads, run.stdout.splitlines())):
            name = os.path.basename(path)[:-4]
            if ('07' <= name < '13') != (group == 'unseen'): continue
            golds = statements(path[:-4] + '.tsv', reading['text'])
            pairs, missed, added = pair(golds, reading['claims'], reading['sentences'])
            listed = any(name.startswith(start) for start in options.errors)
            for gold in missed:
                if listed: print(f"{name}  missed    {gold['trigger']}{'' if gold['essential'] else '  (marginal)'}")
            for claim in added:
                if listed: print(f"{name}  added     {reading['text'][claim['start']:claim['end']]}: {claim['plover']} {sorted(of_claim(claim['actor']))} > {sorted(of_claim(claim['recipient']))} {claim['status']}")
            count['golds'] += len(golds); count['claims'] += len(reading['claims']); count['pairs'] += len(pairs)
            count['essential'] += sum(g['essential'] for g in golds); count['essential found'] += sum(g['essential'] for g, _ in pairs)
            for gold, claim in pairs:
                wrong = judge(gold, claim)
                if wrong and listed: print(f"{name}  misread   {gold['trigger']}: {', '.join(wrong)}: {claim['plover']} {sorted(of_claim(claim['actor']))} > {sorted(of_claim(claim['recipient']))} {claim['status']} {claim['attribution']} {[(f['min'], f['max']) for f in claim['figures']]}")
                count['right'] += not wrong
                for field in ('type', 'status', 'source', 'figures'): count[field] += field not in wrong
                for field, parties in (('actors', claim['actor']), ('recipients', claim['recipient'])):
                    if gold[field] is None: continue
                    said = of_claim(parties)
                    count[field + ' hit'] += len(said & gold[field]); count[field + ' said'] += len(said); count[field + ' gold'] += len(gold[field])
        put = lambda measure, figure: rows.append(['reports', f'{group}: {measure}', figure])
        put('essential recall', 100 * count['essential found'] / max(1, count['essential']))
        put('precision', 100 * count['pairs'] / max(1, count['claims']))
        for field in ('type', 'status', 'source', 'figures'): put(f'{field} accuracy', 100 * count[field] / max(1, count['pairs']))
        for field in ('actors', 'recipients'): put(f'{field} F1', f1(count[field + ' hit'], count[field + ' said'], count[field + ' gold']))
        put('fully right F1', f1(count['right'], count['claims'], count['golds']))
    if options.json:
        print(json.dumps(rows))
    else:
        for _, measure, figure in rows: print(f'{measure:36} {figure:6.1f}')


if __name__ == "__main__":
    main()
