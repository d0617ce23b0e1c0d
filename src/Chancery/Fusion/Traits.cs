using System.Collections.Frozen;
using Chancery.Linguistics;

namespace Chancery.Fusion;

/// <summary>Looks up which entries of a table of the assembly have a trait, and fails where none has, so that no trait is misspelt in silence.</summary>
internal static class Traits
{
    private static readonly ILookup<string, string> ByClass = Read("akin.tsv", "name"), ByFrame = Read("akin.tsv", "frames"), ByCountAct = Read("count-acts.tsv", "act"), ByHappening = Read("told-as.tsv", "happening");

    /// <summary>Classes of acts, by the traits of <c>data/frames/akin.tsv</c>.</summary>
    internal static FrozenSet<string> Classes(string trait) => Having(ByClass, trait);

    /// <summary>Frames of the classes that have a trait.</summary>
    internal static FrozenSet<string> Frames(string trait) => Having(ByFrame, trait);

    /// <summary>Acts that numbers are counted by, by the traits of <c>count-acts.tsv</c>.</summary>
    internal static FrozenSet<string> CountActs(string trait) => Having(ByCountAct, trait);

    /// <summary>Happenings that acts are told as, by the traits of <c>told-as.tsv</c>.</summary>
    internal static FrozenSet<string> Happenings(string trait) => Having(ByHappening, trait);

    private static ILookup<string, string> Read(string table, string column) =>
        LanguagePack.FromAssembly(typeof(Traits).Assembly).Read(table, column, "traits", "example").Rows
            .SelectMany(row => row.Parts("traits").SelectMany(trait => row.Parts(column).Select(entry => (trait, entry))))
            .ToLookup(pair => pair.trait, pair => pair.entry, StringComparer.Ordinal);

    private static FrozenSet<string> Having(ILookup<string, string> entries, string trait) =>
        entries.Contains(trait) ? entries[trait].ToFrozenSet(StringComparer.Ordinal) : throw new ArgumentException($"nothing has the trait '{trait}'", nameof(trait));
}
