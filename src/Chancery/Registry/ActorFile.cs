namespace Chancery.Registry;

/// <summary>
/// Layout of <c>actors/actors.bin</c>, little-endian. Header of 7 integers: magic, version, and the numbers of actors, offices, postings, first words, text bytes. Then
/// actors (8 integers: id, name, country, sectors, aliases, first office, offices, type), offices (6: title, country, sector, source, first day, last day),
/// bucket starts (<see cref="Buckets"/> + 1), postings (3: key, form, actor ≪ 4 | use) by hash and then as added, first words (2: key, length of the longest
/// name that starts with it) by key, texts (16-bit length, UTF-8; offset 0 is the empty text; lists are joined by <c>|</c>).
/// </summary>
internal static class ActorFile
{
    internal const string Path = "actors/actors.bin";
    internal const int Magic = 0x41474843;
    internal const int Version = 1;
    internal const int HeaderBytes = 28;
    internal const int ActorBytes = 32;
    internal const int OfficeBytes = 24;
    internal const int PostingBytes = 12;
    internal const int FirstWordBytes = 8;
    internal const int Buckets = 4096;
    internal const int NoDay = -1;

    /// <summary>Uses beside <see cref="NameUse"/>: a family name that cannot stand alone, and an actor's id.</summary>
    internal const int FamilyName = 14;
    internal const int Id = 15;

    internal static (int Bucket, uint Key) Split(ulong hash) => ((int)(hash >> 52), (uint)(hash >> 20));

    /// <summary>The letters and digits a form starts with, or its first character.</summary>
    internal static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> form)
    {
        var end = 0;
        while (end < form.Length && char.IsLetterOrDigit(form[end])) end++;
        return form[..Math.Max(end, Math.Min(1, form.Length))];
    }
}
