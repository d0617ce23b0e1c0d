#!/usr/bin/env python3
"""Holds the scores over the whole reports beside it and over the gold sets against the floors in floors.json.

  floors.py [TASK ...] [--cli 'COMMAND'] [--raise]
  floors.py --table

A figure below its floor fails; --raise writes the figures of this run into floors.json where they are better (a floor is
never lowered by it; lowering one is an edit that a reviewer sees). A measure marked "lower" is better when it is lower. --table
writes the floors, which are the figures reached, between the marks of docs/scores.md and runs nothing.
Where the gold sets are not beside the project, which does not contain them, it says so and checks the rest.
"""
import argparse, json, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, 'floors.json')
EVALUATE = os.path.join(HERE, '..', '..', 'shared', 'eval', 'evaluate')
SCORES = os.path.join(HERE, '..', 'docs', 'scores.md')
SLACK = 0.005  # rounding of the floors themselves


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tasks', nargs='*')
    parser.add_argument('--cli', default='dotnet run -c Release --project src/Chancery.Cli --')
    parser.add_argument('--raise', dest='lift', action='store_true')
    parser.add_argument('--table', action='store_true')
    options = parser.parse_args()
    if options.table:
        return write_table(json.load(open(FLOORS, encoding='utf-8')))
    floors = json.load(open(FLOORS, encoding='utf-8'))
    tasks = options.tasks or list(floors)
    own = [task for task in ('reports', 'stories') if task in tasks]
    figures = [figure for task in own for figure in measure([os.path.join(HERE, f'{task}.py')], options.cli)]
    tasks = [task for task in tasks if task not in own]
    if tasks and not os.path.exists(EVALUATE):
        print('the gold sets (../shared) are not here: no score floor over them was checked')
    elif tasks:
        figures += measure([EVALUATE, *tasks], options.cli)
    lost = 0
    for task, name, figure in figures:
        floor = floors.get(task, {}).get(name)
        if floor is None:
            continue
        lower = floor.get('better') == 'lower'
        bad = figure > floor['floor'] + SLACK if lower else figure < floor['floor'] - SLACK
        lost += bad
        print(f"{'LOST' if bad else 'ok  '} {task:12} {name}: {figure:.2f} (floor {floor['floor']:.2f})")
        if options.lift and (figure < floor['floor'] if lower else figure > floor['floor']):
            floor['floor'] = round(figure, 2)
    if options.lift:
        with open(FLOORS, 'w', encoding='utf-8') as out:
            json.dump(floors, out, indent=2, ensure_ascii=False)
            out.write('\n')
    if lost:
        print(f'{lost} floors lost')
    return 1 if lost else 0


def measure(script, cli):
    run = subprocess.run([sys.executable, *script, '--json', '--cli', cli], capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def write_table(floors):
    rows = ['| | |', '|---|---:|']
    for task, measures in floors.items():
        rows += [f"| {measure} | {floor['floor']:.2f} |" for measure, floor in measures.items()]
    begin, end = '<!-- figures -->\n', '<!-- end of figures -->'
    page = open(SCORES, encoding='utf-8').read()
    before, rest = page.split(begin)
    page = before + begin + '\n'.join(rows) + '\n' + end + rest.split(end)[1]
    open(SCORES, 'w', encoding='utf-8').write(page)
    return 0


sys.exit(main())
