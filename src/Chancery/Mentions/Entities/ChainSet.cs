namespace Chancery.Mentions.Entities;

/// <summary>The chains of a report while it is read from left to right, and of these the ones mentioned lately.</summary>
/// <remarks>Looking back costs the same at the end of a long report as at its beginning.</remarks>
internal sealed class ChainSet
{
    /// <summary>Sentences that anything but a name looks back.</summary>
    internal const int Sentences = 4;

    /// <summary>More chains than this are not kept in view: no few sentences hold as many.</summary>
    private const int Most = 256;

    private int _sentence = -1;

    /// <summary>All chains in order of their first mention.</summary>
    internal List<EntityChain> All { get; } = [];

    /// <summary>The chains last mentioned within <see cref="Sentences"/> sentences, in order of their first mention.</summary>
    internal List<EntityChain> Recent { get; } = [];

    internal ChainNames Names { get; } = new();

    /// <summary>The persons named who hold an office or rank, however long ago they were mentioned.</summary>
    internal List<EntityChain> Titled { get; } = [];

    /// <summary>Goes on to the sentence of a mention.</summary>
    internal void MoveTo(EntityDraft mention)
    {
        if (mention.Sentence == _sentence) return;
        _sentence = mention.Sentence;
        Recent.RemoveAll(chain => _sentence - chain.Latest.Sentence > Sentences);
    }

    /// <summary>Takes up a mention: into the chain found, else into one of its own.</summary>
    internal void Add(EntityDraft mention, EntityChain? found)
    {
        var chain = found ?? new EntityChain(mention) { Index = All.Count };
        if (found is null) All.Add(chain);
        else chain.Join(mention);
        if (mention.Kind == MentionKind.Name) Names.Add(mention, chain);
        if (chain is { HasName: true, Type: EntityType.Person, Titles.IsEmpty: false } && !chain.IsTitled) AddTitled(chain);
        Keep(chain);
        foreach (var member in mention.Members)
        {
            member.Latest = mention;
            Keep(member);
        }
    }

    private void Keep(EntityChain chain)
    {
        var at = Recent.BinarySearch(chain, ByIndex);
        if (at >= 0) return;
        if (Recent.Count == Most)
        {
            Recent.Remove(Recent.MinBy(other => other.Latest.First)!);
            at = Recent.BinarySearch(chain, ByIndex);
        }
        Recent.Insert(~at, chain);
    }

    private void AddTitled(EntityChain chain)
    {
        chain.IsTitled = true;
        if (Titled.Count == Most) Titled.RemoveAt(0);
        Titled.Add(chain);
    }

    private static readonly Comparer<EntityChain> ByIndex = Comparer<EntityChain>.Create((a, b) => a.Index.CompareTo(b.Index));
}
