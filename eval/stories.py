#!/usr/bin/env python3
"""Scores the stories in stories/ against what a careful reader would make of their reports together (see stories/README.md).

  stories.py [--cli 'COMMAND'] [--json] [--errors NAME ...] [--group seen|unseen]

All stories of a group are filed in one record, as they would come from the press; then the lists are asked. --errors lists what is
wrong in the stories whose names begin so; of stories in unseen nothing is ever listed. --json prints [task, measure, figure] rows, as floors.py reads them.
"""
import argparse, collections, datetime, glob, itertools, json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
Place = collections.namedtuple('Place', 'report start end')


class Story:
    """One folder: its reports by letter, and the rows of truth.tsv by their first column."""

    def __init__(self, folder):
        self.name = os.path.basename(folder)
        self.paths = sorted(glob.glob(os.path.join(folder, '*.txt')))
        self.ids = {os.path.basename(path)[len(self.name.split('-')[0])]: os.path.basename(path)[:-4] for path in self.paths}
        self.rows = collections.defaultdict(list)
        for number, line in enumerate(open(os.path.join(folder, 'truth.tsv'), encoding='utf-8'), 1):
            cells = line.rstrip('\n').split('\t')
            if cells[0] and not cells[0].startswith('#'):
                self.rows[cells[0]].append((cells[1:], f'{self.name}/truth.tsv:{number}'))

    def find(self, texts):
        """Turns words into places, and says which do not stand in their report once."""
        def place(words, where):
            letter, said = words.split(': ', 1)
            before, inside = said.split('[')[0], re.search(r'\[(.*?)\]', said).group(1)
            text = texts[self.ids[letter]]
            plain = said.replace('[', '').replace(']', '')
            if text.count(plain) != 1:
                sys.exit(f'{where}: “{plain}” stands {text.count(plain)} times in the report')
            start = text.index(plain) + len(before)
            return Place(self.ids[letter], start, start + len(inside))
        reports = lambda letters: {self.ids[letter] for letter in letters.split(',')}
        self.events = [(name, place(words, at)) for (name, words), at in self.rows['event']]
        self.figures = [(series, place(words, at), bounds(range_)) for (series, words, range_), at in self.rows['figure']]
        self.supersedes = {(series, number(bounds(new)), number(bounds(old))) for (series, new, old), _ in self.rows['supersedes']}
        self.contradicts = {(series, frozenset((number(bounds(one)), number(bounds(other))))) for (series, one, other), _ in self.rows['contradicts']}
        self.disputes = {(name, field): (reports(left), reports(right)) for (name, field, left, right), _ in self.rows['dispute']}
        self.drifts = [(self.ids[letter], field, place(words, at)) for (letter, field, words), at in self.rows['drift']]
        self.expectations = {name: (outcome, by) for (name, outcome, by), _ in self.rows['expectation']}
        self.unknowns = [(place(words, at), None if by == '-' else self.ids[by]) for (words, by), at in self.rows['unknown']]
        known = {name for name, _ in self.events}
        for name in itertools.chain(self.expectations, (n for n, _ in self.disputes), (by for _, by in self.expectations.values() if by != '-')):
            if name not in known: sys.exit(f'{self.name}/truth.tsv: no event line names “{name}”')


def bounds(cell):
    side = lambda digits: float(digits) if digits else None
    return tuple(side(digits) for digits in cell.split('-'))


def number(range_):
    """A number as a statement names it: 'at least 40' is 40."""
    return range_[1] if range_[0] is None else range_[0]


def drifted(drift):
    """The fields that a figure's drift names: each may go on with another."""
    while drift:
        yield drift['field']
        drift = drift.get('and')


def overlap(a, b):
    return a.report == b.report and a.start < b.end and b.start < a.end


def f1(right, found, wanted):
    return 200 * right / (found + wanted) if found + wanted else 100.0


class Listing:
    """What the program lists of a record, by the doors of the contract."""

    def __init__(self, cli, stories):
        paths = [path for story in stories for path in story.paths]
        with tempfile.TemporaryDirectory() as folder:
            record = os.path.join(folder, 'record')
            run = subprocess.run([*cli.split(), 'read', *paths, '--record', record], capture_output=True, text=True)
            if run.returncode: sys.exit(run.stderr)
            self.reports, self.events, self.figures, self.unknowns = (self.ask(cli, what, record) for what in ('reports', 'events', 'figures', 'unknowns'))
            published = {report['id']: report['published'] for report in self.reports}
            days = {story.name: max(published[id_] for id_ in story.ids.values()) for story in stories}
            after = {day: (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat() for day in days.values()}
            asked = {day: self.ask(cli, 'expectations', record, '--as-of', after[day]) for day in after}
            self.outcomes = {name: {e['event']['id']: e['outcome'] for e in asked[day]} for name, day in days.items()}
        annotated = subprocess.run([*cli.split(), 'annotate', *paths, '--layers', 'tokens'], capture_output=True, text=True).stdout
        readings = [json.loads(line) for line in annotated.splitlines()]
        self.texts = {r['id']: r['text'] for r in readings}
        self.sentences = {r['id']: [(s['start'], s['end']) for s in r['sentences']] for r in readings}

    @staticmethod
    def ask(cli, what, record, *more):
        run = subprocess.run([*cli.split(), 'list', what, '--record', record, '--format', 'jsonl', *more], capture_output=True, text=True)
        if run.returncode: sys.exit(run.stderr)
        return [json.loads(line) for line in run.stdout.splitlines()]

    def sentence(self, place):
        return next(((place.report, n) for n, (start, end) in enumerate(self.sentences[place.report]) if start <= place.start < end), (place.report, -1))


def pair(golds, found, listing):
    """Index of the found place that is each gold one: by overlap, else the only one left in its sentence."""
    pairs, taken = {}, set()
    for g, gold in enumerate(golds):
        for f, place in enumerate(found):
            if f not in taken and overlap(gold, place):
                pairs[g] = f; taken.add(f); break
    for g, gold in enumerate(golds):
        if g in pairs: continue
        near = [f for f, place in enumerate(found) if f not in taken and place.report == gold.report and listing.sentence(place) == listing.sentence(gold)]
        others = [o for o, other in enumerate(golds) if o != g and o not in pairs and listing.sentence(other) == listing.sentence(gold)]
        if len(near) == 1 and not others: pairs[g] = near[0]; taken.add(near[0])
    return pairs


def links(groups):
    return {frozenset(two) for members in groups.values() for two in itertools.combinations(members, 2)}


def grouped(items):
    groups = collections.defaultdict(list)
    for key, member in items: groups[key].append(member)
    return groups


def score(stories, listing, listed):
    count = collections.Counter()
    said = lambda story, text: listed(story) and print(f'{story.name}  {text}')
    lineage = {r['id']: r for r in listing.reports}
    owner = {id_: story for story in stories for id_ in story.ids.values()}
    wrong = {frozenset(p) for p in links(grouped((r['dispatch'], r['id']) for r in listing.reports)) if len({owner[i].name for i in p}) > 1}
    count['fold found'] += len(wrong); count['fold false'] += len(wrong)

    claims = [(Place(c['report'], c['start'], c['end']), e) for e in listing.events for c in e['claims']]
    claim_at = {c['id']: n for n, c in enumerate(c for e in listing.events for c in e['claims'])}
    for story in stories:
        mine = set(story.ids.values())
        # Folding.
        gold = links(grouped((group, story.ids[letter]) for (letter, group, _, _), _ in story.rows['report']))
        found = {p for p in links(grouped((lineage[i]['dispatch'], i) for i in mine))}
        count['fold right'] += len(gold & found); count['fold found'] += len(found); count['fold gold'] += len(gold); count['fold false'] += len(found - gold)
        for p in gold - found: said(story, f'not folded  {sorted(p)}')
        for p in found - gold: said(story, f'folded      {sorted(p)}')
        for (letter, _, source, kind), _ in story.rows['report']:
            if source == '-': continue
            count['derived'] += 1
            count['derived right'] += lineage[story.ids[letter]]['derivedFrom'] == story.ids[source]
            count['kind right'] += lineage[story.ids[letter]]['kind'] == kind
        # Events.
        golds = [place for _, place in story.events]
        own = [(n, place, event) for n, (place, event) in enumerate(claims) if place.report in mine]
        pairs = pair(golds, [place for _, place, _ in own], listing)
        count['tellings'] += len(golds); count['tellings found'] += len(pairs)
        for g in range(len(golds)):
            if g not in pairs: said(story, f'not read    {story.events[g][0]}: {golds[g].report} {listing.texts[golds[g].report][golds[g].start:golds[g].end]}')
        by_gold = grouped((story.events[g][0], g) for g in pairs)
        by_found = grouped((own[f][2]['id'], g) for g, f in pairs.items())
        gold, found = links(by_gold), links(by_found)
        count['event right'] += len(gold & found); count['event found'] += len(found); count['event gold'] += len(gold)
        count['event all gold'] += len(links(grouped((name, g) for g, (name, _) in enumerate(story.events))))
        show = lambda g: f'{golds[g].report[:3]} “{listing.texts[golds[g].report][max(0, golds[g].start - 25):golds[g].end + 15]}”'.replace('\n', ' ')
        for p in gold - found: said(story, f'not joined  {story.events[min(p)][0]}: ' + ' / '.join(map(show, sorted(p))))
        for p in found - gold: said(story, f'joined      ' + ' / '.join(map(show, sorted(p))))
        gold_of = {g: set(members) for members in by_gold.values() for g in members}
        found_of = {g: set(members) for members in by_found.values() for g in members}
        for g in pairs:
            same = len(gold_of[g] & found_of[g])
            count['b3'] += 1; count['b3 precision'] += same / len(found_of[g]); count['b3 recall'] += same / len(gold_of[g])
        named = {g: story.events[g][0] for g in pairs}
        names_of = collections.defaultdict(set)
        for g, f in pairs.items(): names_of[own[f][2]['id']].add(named[g])
        # Figures.
        rows = [r for r in listing.figures if r['report'] in mine]
        row_pairs = pair([place for _, place, _ in story.figures], [Place(r['report'], r['start'], r['end']) for r in rows], listing)
        of_row = {rows[f]['id']: g for g, f in row_pairs.items()}
        count['numbers'] += len(story.figures); count['numbers found'] += len(row_pairs)
        for g, (series, place, range_) in enumerate(story.figures):
            if g not in row_pairs: said(story, f'no figure   {series}: {place.report} {listing.texts[place.report][place.start:place.end]}')
            else:
                row = rows[row_pairs[g]]
                count['values right'] += (row['min'], row['max']) == range_
                if (row['min'], row['max']) != range_: said(story, f"value       {series}: {range_} read as {row['min']}-{row['max']}")
        gold, found = links(grouped((story.figures[g][0], g) for g in row_pairs)), links(grouped((rows[f]['series'], g) for g, f in row_pairs.items()))
        count['series right'] += len(gold & found); count['series found'] += len(found); count['series gold'] += len(gold)
        tell = lambda g: f"{story.figures[g][1].report[:3]} {listing.texts[story.figures[g][1].report][story.figures[g][1].start:story.figures[g][1].end]} ({rows[row_pairs[g]]['series']})"
        for p in gold - found: said(story, f'two series  {story.figures[min(p)][0]}: ' + ' / '.join(map(tell, sorted(p))))
        for p in found - gold: said(story, 'one series  ' + ' / '.join(map(tell, sorted(p))))
        told = lambda row_id: (story.figures[of_row[row_id]][0], number(story.figures[of_row[row_id]][2]))
        newer = {(told(r['id'])[0], told(r['id'])[1], told(r['supersedes'])[1]) for r in rows if r['id'] in of_row and r['supersedes'] in of_row}
        count['newer right'] += len(newer & story.supersedes); count['newer found'] += len(newer); count['newer gold'] += len(story.supersedes)
        for t in story.supersedes - newer: said(story, f'supersedes missed  {t}')
        for t in newer - story.supersedes: said(story, f'supersedes added   {t}')
        # Contradictions.
        found = {(told(r['id'])[0] + ('' if told(r['id'])[0] == told(o)[0] else ' / ' + told(o)[0]), frozenset((told(r['id'])[1], told(o)[1])))
                 for r in rows for o in r['contradicts'] if r['id'] in of_row and o in of_row}
        count['against right'] += len(found & story.contradicts); count['against found'] += len(found); count['against gold'] += len(story.contradicts)
        for t in story.contradicts - found: said(story, f'contradicts missed {t[0]}: {sorted(t[1], key=str)}')
        for t in found - story.contradicts: said(story, f'contradicts added  {t[0]}: {sorted(t[1], key=str)}')
        disputed, right = set(), set()
        for event in {own[f][2]['id']: own[f][2] for f in pairs.values()}.values():
            for dispute in event['disputes']:
                if dispute['field'] == 'figure': continue
                sides = [{claims[claim_at[c]][0].report for c in side} for side in dispute['sides']]
                match = next((key for key, (left, right_) in story.disputes.items() if key[1] == dispute['field'] and key[0] in names_of[event['id']]
                              and any(a & left and b & right_ for a in sides for b in sides if a is not b)), None)
                if match: right.add(match)
                else:
                    disputed.add((event['id'], dispute['field']))
                    said(story, f"dispute added      {dispute['field']} of {sorted(names_of[event['id']])}: {[sorted(s) for s in sides]}")
        for key in story.disputes.keys() - right: said(story, f'dispute missed     {key}')
        count['against right'] += len(right); count['against found'] += len(right) + len(disputed); count['against gold'] += len(story.disputes)
        # Drift.
        gold = {(report, field, listing.sentence(place)) for report, field, place in story.drifts}
        found = {(r['report'], field, listing.sentence(Place(r['report'], r['start'], r['end']))) for r in rows for field in drifted(r['drift'])}
        for event in listing.events:
            for drift in event.get('drifts', []):
                place = claims[claim_at[drift['claim']]][0]
                if place.report in mine: found.add((place.report, drift['drift']['field'], listing.sentence(place)))
        count['drift right'] += len(gold & found); count['drift found'] += len(found); count['drift gold'] += len(gold)
        text = lambda t: f"{t[1]} in {t[0]}: " + (listing.texts[t[0]][slice(*listing.sentences[t[0]][t[2][1]])] if t[2][1] >= 0 else '')
        for t in gold - found: said(story, f'drift missed       {text(t)}')
        for t in found - gold: said(story, f'drift added        {text(t)}')
        # Expectations and unknowns.
        outcomes = listing.outcomes[story.name]
        for name, (wanted, by) in story.expectations.items():
            ids = {own[f][2]['id'] for g, f in pairs.items() if named[g] == name}
            got = {outcomes[i] for i in ids if i in outcomes}
            count['expected'] += 1; count['expected right'] += wanted in got
            if wanted not in got: said(story, f'expectation {name}: {wanted}, not {sorted(got)}')
        asked = [(Place(u['report'], u['start'], u['end']), u.get('answeredBy')) for u in listing.unknowns]
        for place, by in story.unknowns:
            hit = [answer for other, answer in asked if overlap(place, other) or other.report == place.report and listing.sentence(other) == listing.sentence(place)]
            count['unknown'] += 1; count['unknown found'] += bool(hit); count['answered right'] += by in hit
            if not hit: said(story, f'unknown     {place}')
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--cli', default='dotnet run -c Release --project src/Chancery.Cli --')
    parser.add_argument('--json', action='store_true')
    parser.add_argument('--errors', nargs='*', default=[])
    parser.add_argument('--group', choices=('seen', 'unseen'))
    options = parser.parse_args()
    figures = []
    for group in [options.group] if options.group else ['seen', 'unseen']:
        stories = [Story(folder) for folder in sorted(glob.glob(os.path.join(HERE, 'stories', group, '[0-9]*')))]
        if not stories: continue
        listing = Listing(options.cli, stories)
        for story in stories: story.find(listing.texts)
        c = score(stories, listing, lambda story: group == 'seen' and any(story.name.startswith(name) for name in options.errors))
        put = lambda measure, figure: figures.append(['stories', f'{group}: {measure}', figure])
        share = lambda part, whole: 100 * part / whole if whole else 100.0
        put('folding F1', f1(c['fold right'], c['fold found'], c['fold gold']))
        put('independent reports folded', c['fold false'])
        put('derivedFrom accuracy', share(c['derived right'], c['derived']))
        put('tellings found', share(c['tellings found'], c['tellings']))
        precision, recall = share(c['b3 precision'], c['b3']), share(c['b3 recall'], c['b3'])
        put('events B³ F1', 2 * precision * recall / (precision + recall) if precision + recall else 0.0)
        put('events pairwise precision', share(c['event right'], c['event found']))
        put('events pairwise F1', f1(c['event right'], c['event found'], c['event gold']))
        put('events pairwise F1, tellings missed counted', f1(c['event right'], c['event found'], c['event all gold']))
        put('numbers found', share(c['numbers found'], c['numbers']))
        put('values right', share(c['values right'], c['numbers found']))
        put('series pairwise F1', f1(c['series right'], c['series found'], c['series gold']))
        put('series pairwise precision', share(c['series right'], c['series found']))
        put('supersedes precision', share(c['newer right'], c['newer found']))
        put('contradictions precision', share(c['against right'], c['against found']))
        put('drift precision', share(c['drift right'], c['drift found']))
        put('supersedes F1', f1(c['newer right'], c['newer found'], c['newer gold']))
        put('contradictions F1', f1(c['against right'], c['against found'], c['against gold']))
        put('drift F1', f1(c['drift right'], c['drift found'], c['drift gold']))
        put('expectations right', share(c['expected right'], c['expected']))
        put('unknowns found', share(c['unknown found'], c['unknown']))
    if options.json: print(json.dumps(figures))
    else:
        for _, measure, figure in figures: print(f'{measure:56} {figure:6.1f}')


main()
