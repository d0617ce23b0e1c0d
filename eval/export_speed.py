#!/usr/bin/env python3
"""How fast and in how little memory a large record is exported.

Makes a record of the wished number of claims by filing the samples and repeating their rows under other names and
days, then runs 'chancery export' on it and prints rows a second and the most memory the whole process held.

    eval/export_speed.py --cli 'dotnet artifacts/chancery/chancery.dll' --claims 1000000 csv jsonl parquet
"""
import argparse, datetime, os, re, shlex, sqlite3, subprocess, sys, tempfile, time


def grow(path, claims):
    """Repeats every report of a record, each with its claims and events, until there are so many claims."""
    record = sqlite3.connect(path)
    record.create_function("fold", 1, str.lower, deterministic=True)
    columns = {t: [c[1] for c in record.execute(f"PRAGMA table_info({t})")] for t in ("report", "claim", "event")}
    rows = {t: record.execute(f"SELECT {', '.join(columns[t])} FROM {t}").fetchall() for t in columns}
    of_report = {}
    for row in rows["claim"]:
        of_report.setdefault(row[columns["claim"].index("report")], []).append(dict(zip(columns["claim"], row)))
    have = len(rows["claim"])
    report_seq = max(r[columns["report"].index("seq")] for r in rows["report"])
    claim_seq = max(r[columns["claim"].index("seq")] for r in rows["claim"])
    event_seq = max(r[columns["event"].index("seq")] for r in rows["event"])
    copy, new = 0, {"report": [], "claim": [], "event": []}
    names = re.compile("|".join(re.escape(r[columns["report"].index("id")]) for r in rows["report"]))
    while have < claims:
        copy += 1
        suffix = f"#{copy}"
        for row in rows["report"]:
            report = dict(zip(columns["report"], row))
            old, report_seq = report["seq"], report_seq + 1
            day = datetime.date.fromisoformat(report["published"]) - datetime.timedelta(days=copy % 3000)
            report.update(seq=report_seq, id=report["id"] + suffix, identity=os.urandom(32), published=day.isoformat(), marks=None)
            new["report"].append(tuple(report.values()))
            for claim in of_report.get(old, []):
                claim_seq += 1
                body = claim["body"].replace(claim["id"], claim["id"] + suffix)
                event = claim["event"] and claim["event"] + suffix
                new["claim"].append(tuple({**claim, "seq": claim_seq, "report": report_seq, "id": claim["id"] + suffix, "event": event, "body": body}.values()))
                have += 1
        for row in rows["event"]:
            event = dict(zip(columns["event"], row))
            event_seq += 1
            body = names.sub(lambda m: m.group(0) + suffix, event["body"]).replace(event["id"], event["id"] + suffix)
            day = datetime.date.fromisoformat(event["day"]) - datetime.timedelta(days=copy % 3000) if event["day"] < "9999" else None
            new["event"].append(tuple({**event, "seq": event_seq, "id": event["id"] + suffix, "day": day.isoformat() if day else event["day"], "body": body}.values()))
        if len(new["claim"]) > 50_000 or have >= claims:
            for table, values in new.items():
                record.executemany(f"INSERT INTO {table} ({', '.join(columns[table])}) VALUES ({', '.join('?' * len(columns[table]))})", values)
                values.clear()
            record.commit()
    record.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    record.close()
    return have


def run(cli, record, what):
    name, _, table = what.partition("/")
    with tempfile.NamedTemporaryFile(suffix="." + name) as out:
        started = time.monotonic()
        process = subprocess.Popen([*cli, "export", "--format", name, *(["--table", table] if table else []), "--record", record, "--output", out.name], stderr=subprocess.PIPE, text=True)
        said = process.stderr.read().strip()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
        if status:
            sys.exit(said)
        rows = int(re.search(r"([\d,]+) rows", said).group(1).replace(",", ""))
        print(f"{what:20} {rows:>10,} rows {seconds:7.1f} s {rows / seconds:>10,.0f} rows/s {usage.ru_utime + usage.ru_stime:7.1f} s of processor {usage.ru_maxrss / 1024:>6.0f} MB held {os.path.getsize(out.name) / 1e6:>8.0f} MB written", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default="dotnet artifacts/chancery/chancery.dll")
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--keep", help="where to keep the record, to use it again")
    parser.add_argument("formats", nargs="*", default=["csv"])
    args = parser.parse_args()
    cli = shlex.split(args.cli)
    with tempfile.TemporaryDirectory() as folder:
        record = args.keep or os.path.join(folder, "large.db")
        if not os.path.exists(record):
            subprocess.run([*cli, "read", "samples", "--record", record], check=True, stdout=subprocess.DEVNULL)
            print(f"{grow(record, args.claims):,} claims, {os.path.getsize(record) / 1e6:,.0f} MB", flush=True)
        for what in args.formats:
            run(cli, record, what)


main()
