using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Names sources: by the registry's name or the fullest of the report where a mention is known, else by the words themselves.</summary>
internal sealed class SourceNames
{
    /// <summary>Quotation marks that a broken quotation leaves at a name.</summary>
    private static readonly char[] Marks = ['"', '“', '”', '„', '‘', '’', '\'', '«', '»', ' '];

    private readonly TextLayout _layout;
    private readonly Dictionary<int, EntityMention> _byHead = [];
    private readonly HashSet<int> _named = [];

    internal SourceNames(TextLayout layout, MentionSet mentions)
    {
        _layout = layout;
        foreach (var mention in mentions.Entities)
        {
            _byHead.TryAdd(mention.Head, mention);
            if (mention.Kind == MentionKind.Name) _named.Add(mention.Chain);
        }
    }

    /// <summary>The name; empty where nobody is named.</summary>
    internal string Of(Draft draft) => draft.SourceHead < 0 ? "" : Of(_layout.Document[draft.SourceHead], draft.Source);

    /// <summary>'Experts say': a common word that is capitalized only for standing first.</summary>
    private static bool IsCapitalOfSentence(Token word) =>
        word.Index == word.Sentence.First && word.Upos is Upos.Noun or Upos.Adj or Upos.Num or Upos.Pron && word.Chars.Length > 1 && char.IsUpper(word.Chars[0]) && word.Chars[1..].ContainsAnyInRange('a', 'z') && !word.Chars[1..].ContainsAnyInRange('A', 'Z');

    /// <summary>The name of who this word stands for.</summary>
    internal string Of(Token word) => Of(word, new(0, _layout.Document.Count));

    /// <summary>The same, by no words outside <paramref name="room"/> where the word stands in it.</summary>
    private string Of(Token word, WordRange room)
    {
        var document = _layout.Document;
        var head = Linguistics.Clauses.Arguments.Antecedent(word);
        if (_byHead.TryGetValue(head.Index, out var mention) && (mention.Kind != MentionKind.Nominal || mention.Actor is not null || _named.Contains(mention.Chain))) return mention.Actor?.Name ?? mention.Name;
        // 'its head, Ann Lee': an office is named by who holds it where he is named beside it
        foreach (var child in head.Children)
            if (child.Relation == Deprel.Appos && room.Contains(child.Index) && _byHead.TryGetValue(child.Index, out var holder) && holder is { Kind: MentionKind.Name, Type: EntityType.Person }) return holder.Actor?.Name ?? holder.Name;
        // 'one of the officials' is nobody without the officials
        if (head is { Upos: Upos.Num or Upos.Det or Upos.Pron } && head.Child(Deprel.Nmod) is { } whole && whole.Child(Deprel.Case) is { Lemma: "of" }) return Words(SourceFinder.Core(_layout, head).Union(SourceFinder.Core(_layout, whole)));
        var core = SourceFinder.Core(_layout, head);
        if (room.Contains(core.First) && core.End > room.End && room.Contains(head.Index)) core = core with { End = room.End };
        while (core.End > core.First + 1 && (document[core.First].Upos == Upos.Punct || document[core.First] is { Upos: Upos.Det, Lemma: "the" or "a" or "an" })) core = core with { First = core.First + 1 };
        return Words(core);
    }

    private string Words(WordRange core)
    {
        var document = _layout.Document;
        var words = _layout.Span(core).In(document.Text).Trim(Marks);
        if (words.Length == 0) return "";
        // 'Turkish diplomats' keep theirs
        return IsCapitalOfSentence(document[core.First]) && !(_byHead.TryGetValue(core.First, out var people) && people.Type == EntityType.Norp) ? string.Concat(char.ToLowerInvariant(words[0]).ToString(), words.AsSpan(1)) : words;
    }
}
