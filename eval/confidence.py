#!/usr/bin/env python3
"""Fits how likely a claim was read right, and shows how far to trust the figure.

  confidence.py [--cli 'COMMAND'] [--record DIR] [--write]

Every claim read from the reports in reports/ (and, with --record, from the record set: text/ and gold/) is right where its type, its
actors' countries, its status and its source are those of a statement of the gold; one that pairs with no statement is wrong. A logistic
regression (ridge, Newton's method, nothing random) turns a claim's features into that chance. --write puts its weights into
data/languages/en/frames/confidence.tsv. What is printed is the curve over claims of reports that were left out of the fit, one
report at a time.
"""
import argparse, collections, glob, json, math, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.argv, ARGUMENTS = sys.argv[:1], sys.argv[1:]
NAMES = ['base', 'noun', 'actor-known', 'actor-unknown', 'recipient-known', 'recipient-unknown', 'ahead', 'not-so', 'attributed', 'within', 'crowded', 'long']
NOTES = {
    'base': 'always there', 'noun': 'the trigger is no verb', 'actor-known': 'an actor has a country', 'actor-unknown': 'there are actors, none with a country',
    'recipient-known': 'a recipient has a country', 'recipient-unknown': 'there are recipients, none with a country', 'ahead': 'planned, possible, demanded or conditional',
    'not-so': 'denied or not occurred', 'attributed': 'it stands on somebody\'s word', 'within': 'it is the content of another claim',
    'crowded': 'three claims or more in its sentence', 'long': 'its sentence has more than thirty words and marks'}
STRENGTH = 2.0


def features(claim, reading):
    sentence = claim['sentence']
    token = next((t for t in reading['tokens'] if t['start'] <= claim['start'] < t['end']), None)
    known = lambda parties: any(p['country'] for p in parties)
    found = {'base': True, 'noun': token is not None and token['upos'] != 'VERB',
             'actor-known': known(claim['actor']), 'actor-unknown': bool(claim['actor']) and not known(claim['actor']),
             'recipient-known': known(claim['recipient']), 'recipient-unknown': bool(claim['recipient']) and not known(claim['recipient']),
             'ahead': claim['status'] in ('planned', 'possible', 'demanded', 'conditional'), 'not-so': claim['status'] in ('denied', 'not-occurred'),
             'attributed': bool(claim['attribution']), 'within': bool(claim['within']),
             'crowded': sum(c['sentence'] == sentence for c in reading['claims']) >= 3, 'long': sum(t['sentence'] == sentence for t in reading['tokens']) > 30}
    return [float(found[name]) for name in NAMES]


def annotate(cli, rows):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for row in rows: file.write(json.dumps(row) + '\n')
        file.flush()
        run = subprocess.run([*cli.split(), 'annotate', '--input', 'jsonl', file.name], capture_output=True, text=True)
    if run.returncode: sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def own(cli):
    import reports
    paths = sorted(glob.glob(os.path.join(HERE, 'reports', '[0-9]*.txt')))
    for path, reading in zip(paths, annotate(cli, [{'id': os.path.basename(p), 'text': open(p, encoding='utf-8').read()} for p in paths])):
        pairs, _, added = reports.pair(reports.statements(path[:-4] + '.tsv', reading['text']), reading['claims'], reading['sentences'])
        samples = [(features(claim, reading), not set(reports.judge(gold, claim)) & {'type', 'actor', 'status', 'source'}) for gold, claim in pairs]
        yield reading['id'], samples + [(features(claim, reading), False) for claim in added]


def recorded(cli, folder):
    import reports
    rows, golds = [], {}
    for path in sorted(glob.glob(os.path.join(folder, 'gold', '*.jsonl'))):
        name = os.path.basename(path)[:-6]
        text = os.path.join(folder, 'text', name + '.txt')
        if not os.path.exists(text): continue
        lines = [json.loads(line) for line in open(path, encoding='utf-8') if line.strip()]
        head = next(line for line in lines if line['kind'] == 'report')
        rows.append({'id': name, 'text': open(text, encoding='utf-8').read(), 'date': head.get('published'), 'publisher': head.get('publisher')})
        golds[name] = [line for line in lines if line['kind'] == 'statement']
    countries = lambda parties: {p['country'] for p in parties if p.get('country')}
    for reading in annotate(cli, rows):
        statements = [{'start': g['start'], 'end': g['end'], 'types': g['types'], 'actors': countries(g['actor']) if countries(g['actor']) or not g['actor'] else None, 'recipients': None,
                       'status': [g['status'], *g.get('status_alt', [])], 'figures': [],
                       'source': [word for group in [g['attributed_to'], *g.get('attributed_alt', [])] for word in (group or ['-'])]} for g in golds[reading['id']]]
        pairs, _, added = reports.pair(statements, reading['claims'], reading['sentences'])
        samples = [(features(claim, reading), not set(reports.judge(gold, claim)) & {'type', 'actor', 'status', 'source'}) for gold, claim in pairs]
        yield reading['id'], samples + [(features(claim, reading), False) for claim in added]


def solve(matrix, vector):
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r == i: continue
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def chance(weights, row):
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row))))


def fit(samples):
    weights = [0.0] * len(NAMES)
    for _ in range(25):
        gradient, hessian = [0.0] * len(NAMES), [[0.0] * len(NAMES) for _ in NAMES]
        for row, right in samples:
            p = chance(weights, row)
            for i, x in enumerate(row):
                if not x: continue
                gradient[i] += (right - p) * x
                for j, y in enumerate(row): hessian[i][j] += p * (1 - p) * x * y
        for i in range(len(NAMES)):
            strength = STRENGTH if i else 0.01
            gradient[i] -= strength * weights[i]
            hessian[i][i] += strength
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--cli', default='dotnet run -c Release --project src/Chancery.Cli --')
    parser.add_argument('--record')
    parser.add_argument('--write', action='store_true')
    options = parser.parse_args(ARGUMENTS)
    documents = [*own(options.cli), *(recorded(options.cli, options.record) if options.record else [])]
    everything = [sample for _, samples in documents for sample in samples]
    weights = fit(everything)
    print(f'{len(documents)} reports, {len(everything)} claims, {sum(right for _, right in everything)} read right')
    if options.write:
        with open(os.path.join(HERE, '..', 'data', 'languages', 'en', 'frames', 'confidence.tsv'), 'w', encoding='utf-8') as table:
            table.write('# How likely a claim was read right: weights of a logistic regression; the chance is 1 / (1 + e^-sum).\n'
                        '# feature  what is seen of the claim, as ConfidenceModel names it\n# weight   added where it is seen\n# note     what the feature means\n'
                        f'# Origin: fitted by `eval/confidence.py` on {len(documents)} whole reports with gold records: the twelve of eval/reports (our own) and seven of the record set\n'
                        '# (the seed and six Wikinews reports, CC BY 2.5). Do not edit: fit again. Known problems: few claims; numbers of the press\' own style may differ.\n')
            table.write('feature\tweight\tnote\n')
            for name, weight in zip(NAMES, weights): table.write(f'{name}\t{weight:.2f}\t{NOTES[name]}\n')
    held = []
    for name, samples in documents:
        others = fit([sample for other, rest in documents if other != name for sample in rest])
        held += [(chance(others, row), right) for row, right in samples]
    bins = collections.defaultdict(list)
    for p, right in held: bins[min(4, int(p * 5))].append((p, right))
    print('| confidence | claims | mean confidence | read right |\n|---|---:|---:|---:|')
    for k in sorted(bins):
        rows = bins[k]
        print(f'| {k / 5:.1f}–{(k + 1) / 5:.1f} | {len(rows)} | {sum(p for p, _ in rows) / len(rows):.2f} | {sum(r for _, r in rows) / len(rows):.2f} |')
    error = sum(abs(sum(p - r for p, r in rows)) for rows in bins.values()) / len(held)
    brier = sum((p - r) ** 2 for p, r in held) / len(held)
    rate = sum(r for _, r in held) / len(held)
    print(f'expected calibration error {error:.3f}, Brier score {brier:.3f} (always {rate:.2f}: {rate * (1 - rate):.3f})')


if __name__ == '__main__': main()
