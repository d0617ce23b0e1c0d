using Chancery.Linguistics;

namespace Chancery.Attributing.Relations;

/// <summary>Reads whom a source has it from: 'a lawmaker briefed by the spy agency'.</summary>
internal static class Hearsay
{
    /// <summary>A chain of more links is a fault of the tree.</summary>
    private const int Longest = 6;

    internal static void Find(TextLayout layout, List<Draft> drafts)
    {
        for (int i = 0, end = drafts.Count; i < end; i++)
        {
            var told = drafts[i];
            for (var link = 0; link < Longest && Teller(layout.Document, told) is { } verb && verb.Child(Deprel.OblAgent) is { } teller; link++)
            {
                var further = new Draft { Kind = AttributionKind.Cite, Stance = told.Stance, CueWord = verb.Index, Cue = new(verb.Index, verb.Index + 1) };
                SourceFinder.Set(further, layout, teller);
                foreach (var range in told.Content) further.Add(range);
                if (further.Content.Count == 0) break;
                drafts.Add(told = further);
            }
        }
    }

    private static Token? Teller(Document document, Draft told)
    {
        if (told.SourceHead < 0 || told.Kind is not (AttributionKind.Say or AttributionKind.Tell or AttributionKind.Cite)) return null;
        foreach (var child in document[told.SourceHead].Children)
            if (child is { Relation: Deprel.Acl, Xpos: "VBN" or "VBD", Lemma: "brief" or "inform" or "tell" }) return child;
        return null;
    }
}
