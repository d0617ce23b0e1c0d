using System.Globalization;
using Chancery.Cli.Terminal;
using Chancery.Coding;
using Chancery.Linguistics;
using Chancery.Ontologies;
using Chancery.Registry;

namespace Chancery.Cli.Commands;

/// <summary>What the lexicon knows of a name or word: actors with their offices, rules with their examples, frames with their codes.</summary>
internal sealed class LexiconView(LanguagePack pack, DateOnly? day, TextWriter output)
{
    private readonly ActorRegistry _actors = new(pack);
    private readonly Codebook _codes = Codebook.Read(pack);
    private FrameWords? _words;
    private Memberships? _belonging;

    private Memberships Belonging => _belonging ??= new(pack);

    private FrameWords Words => _words ??= new(pack, _codes.Frames);

    /// <summary>Prints all of it; false where there is nothing.</summary>
    internal bool Print(string name)
    {
        var (actors, rules, frames) = (_actors.Named(name), Words.Of(name), Frames(name));
        foreach (var actor in actors) Print(actor);
        foreach (var frame in frames) Print(frame, detail: frames.Count == 1);
        foreach (var rule in rules) Print(rule, withFrame: true);
        return actors.Count + rules.Count + frames.Count > 0;
    }

    private void Print(Actor actor)
    {
        Line(0, $"{actor.Id}  {actor.Name}  {actor.Country ?? "-"}  {(actor.Sectors.IsEmpty ? "-" : string.Join(' ', actor.Sectors))}");
        if (!actor.Aliases.IsEmpty) Line(4, $"also {string.Join(", ", actor.Aliases)}");
        foreach (var office in actor.Offices.Where(o => day is not { } at || o.HeldOn(at)))
            Line(4, $"{Day(office.From)} – {Day(office.To)}  {office.Title}, {office.Country ?? "-"} ({office.Sector}; {office.Source})");
        var members = Belonging.Of(actor.Name, day).ToList();
        if (members.Count > 0) Line(4, $"members {string.Join(", ", members.Select(m => Span(m, m.State)))}");
        if (!actor.Id.StartsWith("state/", StringComparison.Ordinal) || actor.Country is null) return;
        var organizations = Belonging.In(actor.Country, day).ToList();
        if (organizations.Count > 0) Line(4, $"in {string.Join(", ", organizations.Select(m => Span(m, m.Organization)))}");
    }

    private static string Span(Membership member, string name) =>
        member.From is null && member.To is null ? name : $"{name} ({member.From?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "…"}–{member.To?.ToString("yyyy-MM", CultureInfo.InvariantCulture)})";

    /// <summary>The frame of that name, or those that a PLOVER type or mode or a CAMEO code stands for.</summary>
    private List<EventFrame> Frames(string name)
    {
        if (_codes.Frames.Find(name) is { } frame) return [frame];
        if (name.Any(char.IsAsciiLetterLower) || name.Length < 2) return [];
        var filter = _codes.Filter(name);
        return [.. _codes.Frames.All.Where(f => filter.Done.Contains(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private void Print(EventFrame frame, bool detail)
    {
        Line(0, $"frame {frame.Name}{(frame.Parent is null ? "" : $" → {frame.Parent}")}: {frame.Gloss}{(frame.Reciprocal ? " (mutual)" : "")}");
        Line(4, $"{Codes(frame.Name, false)}; planned: {Codes(frame.Name, true)}");
        if (!detail) return;
        foreach (var rule in Words.Naming(frame.Name)) Print(rule, withFrame: false);
    }

    private void Print(FrameRule rule, bool withFrame)
    {
        var indent = withFrame ? 0 : 4;
        Line(indent, $"{rule.Kind} {rule.Word}{(rule.When.Length > 0 ? $" ({rule.When})" : "")}{(withFrame ? $" → {rule.Frame.Name}: {rule.Frame.Gloss}" : "")}");
        Line(indent + 4, $"{rule.Example}  ({rule.Place})");
        if (withFrame) Line(indent + 4, Codes(rule.Frame.Name, false));
    }

    private string Codes(string frame, bool planned) =>
        $"PLOVER {Code(_codes.Plover.Code(frame, planned))}, CAMEO {Code(_codes.Cameo.Code(frame, planned))}"
        + string.Concat(_codes.Others.Select(other => $", {other.Name} {Code(other.Code(frame, planned))}"));

    private static string Code(EventCode? code) => code is null
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{code.Type}{(code.Mode is null ? "" : "/" + code.Mode)} ({code.Score:+0.#;-0.#;0}, quad {code.QuadClass})");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";

    private void Line(int indent, string text) => output.WriteLine(new string(' ', indent) + TextTable.Clean(text));
}
