using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Names sources: by the registry's name or the fullest of the report where a mention is known, else by the words themselves.</summary>
internal sealed class SourceNames
{
    private readonly TextLayout _layout;
    private readonly Dictionary<int, EntityMention> _byHead = [];

    internal SourceNames(TextLayout layout, MentionSet mentions)
    {
        _layout = layout;
        foreach (var mention in mentions.Entities) _byHead.TryAdd(mention.Head, mention);
    }

    /// <summary>The name; empty where nobody is named.</summary>
    internal string Of(Draft draft) => draft.SourceHead < 0 ? "" : Of(_layout.Document[draft.SourceHead]);

    /// <summary>The name of who this word stands for.</summary>
    internal string Of(Token word)
    {
        var document = _layout.Document;
        var head = Linguistics.Clauses.Arguments.Antecedent(word);
        if (_byHead.TryGetValue(head.Index, out var mention) && (mention.Kind != MentionKind.Nominal || mention.Actor is not null)) return mention.Actor?.Name ?? mention.Name;
        var core = SourceFinder.Core(_layout, head);
        while (core.End > core.First + 1 && document[core.First].Upos == Upos.Det && document[core.First].Lemma is "the" or "a" or "an") core = core with { First = core.First + 1 };
        return _layout.Span(core).In(document.Text);
    }
}
