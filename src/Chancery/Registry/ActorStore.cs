using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;

namespace Chancery.Registry;

/// <summary>Actors and their names as mapped bytes (<see cref="ActorFile"/>); an actor becomes an object when it is first named.</summary>
/// <remarks>Thread-safe; opening costs nothing. The longest name at a word is found without copying text.</remarks>
internal sealed class ActorStore
{
    /// <summary>Longest form looked at; longer ones cannot be in a table.</summary>
    private const int LongestForm = 512;

    private readonly PackBytes _bytes;
    private readonly Actor?[] _made;
    private readonly int _offices, _buckets, _postings, _firstWords, _firstWordCount, _texts;

    /// <exception cref="PackException">The bytes are of another format or version.</exception>
    internal ActorStore(PackBytes bytes)
    {
        _bytes = bytes;
        if (bytes.Length < ActorFile.HeaderBytes || Int(0) != ActorFile.Magic || Int(4) != ActorFile.Version)
            throw new PackException([new(ActorFile.Path, 0, $"not an actor file of version {ActorFile.Version}")]);
        _made = new Actor?[Int(8)];
        _offices = ActorFile.HeaderBytes + _made.Length * ActorFile.ActorBytes;
        _buckets = _offices + Int(12) * ActorFile.OfficeBytes;
        _postings = _buckets + (ActorFile.Buckets + 1) * 4;
        _firstWords = _postings + Int(16) * ActorFile.PostingBytes;
        _firstWordCount = Int(20);
        _texts = _firstWords + _firstWordCount * ActorFile.FirstWordBytes;
    }

    /// <summary>All actors, in the order of the tables.</summary>
    internal IEnumerable<Actor> All => Enumerable.Range(0, _made.Length).Select(Read);

    internal Actor? Find(string id)
    {
        foreach (var posting in Postings(id))
            if (posting.Use == ActorFile.Id && Text(posting.Form) == id) return Read(posting.Actor);
        return null;
    }

    /// <summary>Persons of a family name.</summary>
    internal ImmutableArray<Actor> Family(ReadOnlySpan<char> surname)
    {
        var found = ImmutableArray.CreateBuilder<Actor>();
        foreach (var posting in Postings(surname))
            if (posting.Use == ActorFile.FamilyName && NameComparer.Same(surname, Text(posting.Form))) found.Add(Read(posting.Actor));
        return found.DrainToImmutable();
    }

    /// <summary>All that bear a name, likeliest first: bodies without a state, or all others.</summary>
    internal ImmutableArray<NamedActor> Named(ReadOnlySpan<char> name, bool bodies, bool anyCase)
    {
        ImmutableArray<NamedActor>.Builder? found = null;
        foreach (var posting in Postings(name))
        {
            if (posting.Use is ActorFile.Id or ActorFile.FamilyName || (posting.Use == (int)NameUse.Body) != bodies) continue;
            var form = Text(posting.Form);
            if (!NameComparer.Same(name, form) || !anyCase && !NameComparer.CaseAgrees(form, name)) continue;
            found ??= ImmutableArray.CreateBuilder<NamedActor>();
            var named = new NamedActor(Read(posting.Actor), (NameUse)posting.Use);
            if (!found.Contains(named)) found.Add(named);
        }
        return found?.DrainToImmutable() ?? [];
    }

    /// <summary>The longest name that starts at a word and ends with one, inside the word's sentence; null where there is none.</summary>
    internal ActorMatch? Longest(Document document, int first, bool bodies, bool anyCase)
    {
        var start = document[first];
        var longest = LongestFrom(ActorFile.FirstWord(start.Chars));
        if (longest == 0) return null;
        var limit = start.Span.Start + longest + 2;
        var sentenceEnd = start.Sentence.End;
        var end = first + 1;
        while (end < sentenceEnd && document[end].Span.End <= limit) end++;
        for (; end > first; end--)
        {
            // 'U.S.-South Korea': the dash is no part of the name before it
            if (document[end - 1].Chars is "-" or "–" or "/") continue;
            var candidates = Named(new TokenRange(document, first, end).Span.Of(document.Text), bodies, anyCase);
            if (!candidates.IsEmpty) return new(first, end, candidates);
        }
        return null;
    }

    private int LongestFrom(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestForm) return 0;
        var (_, key) = ActorFile.Split(NameComparer.Hash(word));
        int low = 0, high = _firstWordCount - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = (uint)Int(_firstWords + middle * ActorFile.FirstWordBytes);
            if (at == key) return Int(_firstWords + middle * ActorFile.FirstWordBytes + 4);
            if (at < key) low = middle + 1;
            else high = middle - 1;
        }
        return 0;
    }

    private PostingRange Postings(ReadOnlySpan<char> form)
    {
        if (form.Length > LongestForm) return default;
        var (bucket, key) = ActorFile.Split(NameComparer.Hash(form));
        return new(this, key, Int(_buckets + bucket * 4), Int(_buckets + (bucket + 1) * 4));
    }

    private Actor Read(int number)
    {
        if (_made[number] is { } made) return made;
        var at = ActorFile.HeaderBytes + number * ActorFile.ActorBytes;
        var offices = ImmutableArray.CreateBuilder<Office>(Int(at + 24));
        for (var i = 0; i < offices.Capacity; i++) offices.Add(Office(_offices + (Int(at + 20) + i) * ActorFile.OfficeBytes));
        var actor = new Actor
        {
            Id = Text(Int(at)),
            Name = Text(Int(at + 4)),
            Country = TextOrNull(Int(at + 8)),
            Sectors = List(Int(at + 12)),
            Aliases = List(Int(at + 16)),
            Offices = offices.MoveToImmutable(),
            Type = (EntityType)Int(at + 28),
        };
        return Interlocked.CompareExchange(ref _made[number], actor, null) ?? actor;
    }

    private Office Office(int at) => new(Text(Int(at)), TextOrNull(Int(at + 4)), Text(Int(at + 8)), Day(Int(at + 16)), Day(Int(at + 20)), Text(Int(at + 12)));

    private static DateOnly? Day(int number) => number == ActorFile.NoDay ? null : DateOnly.FromDayNumber(number);

    private ImmutableArray<string> List(int text) => text == 0 ? [] : [.. Text(text).Split('|')];

    private string? TextOrNull(int text) => text == 0 ? null : Text(text);

    private string Text(int text)
    {
        var at = _texts + text;
        return Encoding.UTF8.GetString(_bytes.Span.Slice(at + 2, BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[at..])));
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span[at..]);

    /// <summary>The postings of one hash; enumerating allocates nothing.</summary>
    private readonly struct PostingRange(ActorStore store, uint key, int first, int end)
    {
        public Enumerator GetEnumerator() => new(store, key, first, end);

        internal struct Enumerator(ActorStore store, uint key, int first, int end)
        {
            private int _at = first - 1;

            public readonly (int Form, int Actor, int Use) Current
            {
                get
                {
                    var at = store._postings + _at * ActorFile.PostingBytes;
                    var target = store.Int(at + 8);
                    return (store.Int(at + 4), target >> 4, target & 15);
                }
            }

            public bool MoveNext()
            {
                while (++_at < end)
                    if ((uint)store.Int(store._postings + _at * ActorFile.PostingBytes) == key) return true;
                return false;
            }
        }
    }
}
