using Chancery.Linguistics;
using Chancery.Mentions.Times.Calendar;
using Chancery.Mentions.Times.Grammar;

namespace Chancery.Mentions.Times;

/// <summary>Gives the times of one report their values, in text order: it knows the report's day, the clause, and the time mentioned last.</summary>
internal sealed class Resolver(Report report, Document document, ICollection<Notice> notices)
{
    private TextSpan _span;
    private int _token;
    private Direction? _direction;
    private bool _dateMissing;
    private int _depth;

    /// <summary>The report's day; null where it is not known.</summary>
    internal DateOnly? Published { get; } = report.Published;

    /// <summary>The last time mentioned that has days and lies in the text before; null at the start.</summary>
    internal TimeValue? Recent { get; private set; }

    /// <summary>The last quarter mentioned: reports on business come back to it.</summary>
    internal TimeValue? Quarter { get; private set; }

    /// <summary>Set by what is told by comparison ('a year earlier'): it becomes no anchor itself.</summary>
    internal bool IsAside { get; set; }

    /// <summary>Where the clause of the mention looks.</summary>
    internal Direction Direction => _direction ??= TenseReader.Read(document, _token);

    /// <summary>The value of a match that is a mention of its own; null where it turns out to be no time.</summary>
    internal TimeValue? ResolveMention(Item item, TextSpan span, int token)
    {
        (_span, _token, _direction) = (span, token, null);
        IsAside = false;
        var value = Resolve(item);
        if (value is null) return null;
        if (value.WantsDay) value = OnDay(value);
        if (value.Grain == Grain.Quarter && !IsAside) Quarter = value;
        if (!IsAside && value is { From: not null, Grain: >= Grain.Part and < Grain.None, Type: not TimexType.Duration }) Recent = value.Grain == Grain.Part ? Spans.Day(value.From.Value) : value;
        return value;
    }

    internal TimeValue? Resolve(Item item)
    {
        // rules build on earlier steps only, so that this never goes deep; the guard is for faulty tables
        if (item.Match is not { } match || _depth > 16) return null;
        _depth++;
        try
        {
            return match.Rule.Operation(this, new(match.Rule, match.Arguments, this));
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>A time of day belongs to the day mentioned last in the report, else to the report's.</summary>
    private TimeValue OnDay(TimeValue time)
    {
        if ((Recent is { Grain: Grain.Day, From: { } recent } ? recent : Published) is { } day) return Spans.Day(day) with { Type = TimexType.Time, Value = Spans.Day(day).Value + time.Value, Grain = time.Grain };
        NeedsDate();
        return time with { Value = "XXXX-XX-XX" + time.Value };
    }

    /// <summary>A value that stays open, since the report's day is not known.</summary>
    internal TimeValue Open(string value, Grain grain)
    {
        NeedsDate();
        return new(TimexType.Date, value, grain);
    }

    /// <summary>Says, once a report, that relative times stay open.</summary>
    internal void NeedsDate()
    {
        if (_dateMissing) return;
        _dateMissing = true;
        notices.Add(new("date-missing", NoticeSeverity.Info, _span, $"The report has no date: '{_span.In(document.Text)}' and other relative times stay unresolved."));
    }

    /// <summary>Says that there is no such day.</summary>
    internal void Impossible() =>
        notices.Add(new("date-impossible", NoticeSeverity.Warning, _span, $"There is no such day: '{_span.In(document.Text)}'; the value is kept as written, without days."));

    /// <summary>Says that there is no such time, of which something stays open.</summary>
    internal void NoSuchTime() =>
        notices.Add(new("date-impossible", NoticeSeverity.Warning, _span, $"There is no such time: '{_span.In(document.Text)}'; what cannot be is left open."));

    /// <summary>A time that does not exist within another, which alone is sure: 'the fifth quarter of 2023'.</summary>
    internal TimeValue Without(TimeValue whole, string open, Grain grain)
    {
        NoSuchTime();
        return new(TimexType.Date, whole.Value + open, grain);
    }

    /// <summary>Says that a day is another day of the week than the text has it.</summary>
    internal void WrongWeekday() =>
        notices.Add(new("date-weekday", NoticeSeverity.Info, _span, $"'{_span.In(document.Text)}' is another day of the week; the date holds."));

    /// <summary>Says that a span of times ends before it begins.</summary>
    internal void Backwards() => Backwards(_span);

    /// <inheritdoc cref="Backwards()"/>
    internal void Backwards(TextSpan span) =>
        notices.Add(new("range-backwards", NoticeSeverity.Info, span, $"'{span.In(document.Text)}' runs backwards; each time is kept as written."));
}
