using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Which words name which frames: the lexicon of a language, to be looked up by people.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FrameWords
{
    private readonly FrameLexicon _lexicon;

    /// <summary>Opens the English frame lexicon of a pack.</summary>
    /// <exception cref="Linguistics.Packs.PackException">Tables have faults; all of them are listed.</exception>
    public FrameWords(LanguagePack pack, FrameTable frames) => _lexicon = new(pack, "en", frames);

    /// <summary>The rules of a word, in any of its forms: 'seized' finds those of 'seize', and of 'seize on' where there are such.</summary>
    public IReadOnlyList<FrameRule> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var space = word.IndexOf(' ', StringComparison.Ordinal);
        var lemma = _lexicon.Lemma((space < 0 ? word : word[..space]).ToLowerInvariant());
        var particle = space < 0 ? null : word[(space + 1)..].ToLowerInvariant();
        return Rules(e => e.Word == lemma && (particle is null || e.Particle == particle));
    }

    /// <summary>The rules that name just this frame.</summary>
    public IReadOnlyList<FrameRule> Naming(string frame) => Rules(e => e.Frame.Name == frame);

    private List<FrameRule> Rules(Func<LexiconEntry, bool> wanted) =>
        [.. _lexicon.All.Where(wanted).OrderBy(e => e.Row.File, StringComparer.Ordinal).ThenBy(e => e.Row.Line).Select(e => new FrameRule(
            e.Row["word"], e.Kind.ToString().ToLowerInvariant(), e.Row["when"], e.Frame, e.Row["actor"], e.Row["recipient"], e.Row["example"], $"{e.Row.File}:{e.Row.Line}"))];
}

/// <summary>One line of the frame lexicon.</summary>
/// <param name="Word">The word, with its particle: 'call off'.</param>
/// <param name="Kind"><c>verb</c>, <c>noun</c>, <c>adjective</c> or <c>modal</c>.</param>
/// <param name="When">What must stand beside it; empty where anything may.</param>
/// <param name="Frame">The frame it then names.</param>
/// <param name="Actor">Where the actor stands.</param>
/// <param name="Recipient">Where the recipient stands.</param>
/// <param name="Example">A sentence with <c>[actor]</c> and <c>{recipient}</c> marked.</param>
/// <param name="Place">File and line of the rule.</param>
public sealed record FrameRule(string Word, string Kind, string When, EventFrame Frame, string Actor, string Recipient, string Example, string Place);
