using Chancery.Linguistics;

namespace Chancery.Coding;

/// <summary>For one sentence: to which hit a word belongs, climbing the tree until an action or another clause is met.</summary>
internal sealed class ClauseMap
{
    /// <summary>Trees of prose are not deeper; hostile ones must not cost more.</summary>
    private const int Reach = 40;

    private readonly Dictionary<int, Hit> _byWord = [];

    internal ClauseMap(List<Hit> hits)
    {
        foreach (var hit in hits) _byWord[hit.Word.Index] = hit;
        foreach (var hit in hits) _byWord.TryAdd(hit.Verb.Index, hit);
    }

    internal Hit? HitAt(Token word) => _byWord.GetValueOrDefault(word.Index);

    /// <summary>The hit a time, place or number is said of; null where another clause stands between.</summary>
    internal Hit? OwnerOf(Token word)
    {
        var at = word;
        for (var step = 0; step < Reach; step++)
        {
            if (_byWord.TryGetValue(at.Index, out var hit)) return hit;
            if (at.Upos == Upos.Verb && step > 0 && at.Relation is Deprel.AclRelcl or Deprel.Advcl or Deprel.Ccomp or Deprel.Parataxis or Deprel.Root) return null;
            if (at.Head is not { } head) return null;
            at = head;
        }
        return null;
    }

    /// <summary>The nearest hit above a word through its complements, objects and topics; with the relation by which its branch hangs there, and the branch's top word.</summary>
    internal (Hit Hit, Deprel Branch, Token Top)? Above(Token word)
    {
        var at = word;
        for (var step = 0; step < Reach && at.Head is { } head; step++)
        {
            if (_byWord.TryGetValue(head.Index, out var hit) && hit.Word.Index != word.Index) return (hit, at.Relation, at);
            if (at.Relation is Deprel.AclRelcl) return null;
            at = head;
        }
        return null;
    }
}
